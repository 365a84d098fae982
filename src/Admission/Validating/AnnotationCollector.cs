using System.Text;

namespace Daytwo.Admission.Validating;

/// <summary>The audit annotations of one policy: distinct values of several bindings and parameters are joined.</summary>
internal sealed class AnnotationCollector
{
    private const int LongestValue = 10 * 1024;
    private readonly Dictionary<string, List<string>> _values = [];

    public void Add(string key, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var kept = bytes.Length > LongestValue ? Encoding.UTF8.GetString(bytes.AsSpan(0, LongestValue)) : value;
        if (!_values.TryGetValue(key, out var values))
        {
            _values[key] = values = [];
        }

        if (!values.Contains(kept))
        {
            values.Add(kept);
        }
    }

    public void Publish(string policy, ValidationVerdict verdict)
    {
        foreach (var (key, values) in _values)
        {
            verdict.Annotate($"{policy}/{key}", string.Join(", ", values));
        }
    }
}
