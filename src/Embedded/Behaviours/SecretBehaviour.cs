using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>Secrets: stringData becomes data, types and immutable ones do not change.</summary>
internal sealed class SecretBehaviour : IKindBehaviour
{
    public void Complete(JsonObject value)
    {
        if (value.Child("stringData") is not { } texts)
        {
            return;
        }

        if (value.Child("data") is not { } data)
        {
            data = [];
            value["data"] = data;
        }

        foreach (var (key, text) in texts)
        {
            data[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.TextOrNull() ?? ""));
        }

        value.Remove("stringData");
    }

    public IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing)
    {
        if (existing is not null && existing.Text("type") != value.Text("type"))
        {
            yield return FieldError.Invalid(new FieldPath("type"), value["type"], "field is immutable");
        }

        foreach (var error in ImmutableData.Check(value, existing, "data"))
        {
            yield return error;
        }
    }
}
