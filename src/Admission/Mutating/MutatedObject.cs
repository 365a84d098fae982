using System.Text.Json.Nodes;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Mutating;

/// <summary>The object on its way through mutations: as a value for expressions and as a document for patches, each made when it is first needed.</summary>
internal sealed class MutatedObject(CelValue value)
{
    private CelValue _value = value;
    private bool _valueIsCurrent = true;
    private JsonObject? _document;

    /// <summary>Null where the request has no object.</summary>
    public CelValue Value
    {
        get
        {
            if (!_valueIsCurrent)
            {
                _value = JsonConversion.Value(_document!);
                _valueIsCurrent = true;
            }

            return _value;
        }
    }

    public bool Exists => _document is not null || _value.Kind == CelKind.Map;

    /// <summary>Not to be changed: see <see cref="Replace"/>.</summary>
    public JsonObject Document => _document ??= (JsonObject)JsonConversion.Document(_value)!;

    public void Replace(JsonObject document)
    {
        _document = document;
        _valueIsCurrent = false;
    }
}
