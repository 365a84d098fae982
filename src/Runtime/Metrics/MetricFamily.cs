using System.Globalization;
using System.Text;

namespace Daytwo.Runtime.Metrics;

/// <summary>All series of one metric name.</summary>
public abstract class MetricFamily(string name, string help, string type, IReadOnlyList<string> labels)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>Appends the family in the Prometheus text format; nothing when it has no series.</summary>
    internal void Write(StringBuilder text)
    {
        var before = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {help.Replace("\n", " ", StringComparison.Ordinal)}\n# TYPE {Name} {type}\n");
        var headed = text.Length;
        WriteSeries(text);
        if (text.Length == headed)
        {
            text.Length = before;
        }
    }

    private protected abstract void WriteSeries(StringBuilder text);

    /// <summary>Checks the values and makes the part in braces, without the braces.</summary>
    private protected string Format(ReadOnlySpan<string> values)
    {
        if (values.Length != Labels.Count)
        {
            throw new ArgumentException($"{Name} has the labels ({string.Join(", ", Labels)}); {values.Length} values were given.", nameof(values));
        }

        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Labels[i]).Append("=\"").Append(Escape(values[i])).Append('"');
        }

        return text.ToString();
    }

    private protected static void WriteSample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private protected static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value.AsSpan().IndexOfAny('\\', '"', '\n') < 0
            ? value
            : value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
