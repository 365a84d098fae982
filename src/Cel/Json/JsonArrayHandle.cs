using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

internal sealed class JsonArrayHandle(JsonItems document) : ListHandle
{
    public override string GoNativeName => "[]interface {}";

    public override int Count(long bits) => JsonItems.Count(bits);

    public override CelValue Get(long bits, int index) => document.Items[JsonItems.First(bits) + index];
}
