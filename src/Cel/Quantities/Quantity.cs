using System.Text;

namespace Daytwo.Cel.Quantities;

/// <summary>
/// A Kubernetes quantity (apimachinery's resource.Quantity) as CEL sees it. It mirrors two things of the original that show: whether a number is an integer depends on how it came about (1.5Gi
/// is none), and in v1.36 a sum with a big number changes that number itself, because the original's copies share it. So it is mutable, and belongs to one evaluation.
/// </summary>
internal sealed class Quantity
{
    /// <summary>Digits that we are willing to write out to add two numbers. The original would try 2³¹.</summary>
    private const int MaxDistance = 20_000;

    private ScaledInteger _small;
    private SharedDecimal? _big;
    private QuantityFormat _format;
    private string? _text;

    internal Quantity(ScaledInteger value, QuantityFormat format, string? text = null)
    {
        _small = value;
        _format = format;
        _text = text;
    }

    internal Quantity(BigDecimal value, QuantityFormat format)
    {
        _big = new SharedDecimal { Value = value };
        _format = format;
    }

    private Quantity(Quantity other, bool sharing)
    {
        _small = other._small;
        _big = sharing || other._big is null ? other._big : new SharedDecimal { Value = other._big.Value };
        _format = other._format;
    }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _big?.Value.Sign ?? Math.Sign(_small.Value);

    private BigDecimal Value => _big?.Value ?? _small.ToBig();

    /// <summary>The quantity of an integer, as <c>add</c> and <c>sub</c> take it.</summary>
    public static Quantity Of(long value) => new(new ScaledInteger(value, 0), QuantityFormat.DecimalExponent);

    /// <summary>Reads a quantity; null and why there is none.</summary>
    public static Quantity? Parse(ReadOnlySpan<byte> text, out string? error)
    {
        error = null;
        return ShortQuantity.Read(text) ?? QuantityParser.Parse(Encoding.UTF8.GetString(text), out error);
    }

    /// <summary>Its value as an integer; null where the original does not give one.</summary>
    public long? ToInt64() => _big is null ? _small.ToInt64() : null;

    /// <summary>About its value; infinite beyond a double.</summary>
    public double ToDouble() => _big is { Value: var big }
        ? Approximate(big.UnscaledDouble(), unchecked(-big.Scale))
        : Approximate(_small.Value, _small.Scale);

    /// <summary>-1, 0 or 1.</summary>
    public int CompareTo(Quantity other)
    {
        if (_big is null && other._big is null)
        {
            return ScaledInteger.Compare(_small, other._small);
        }

        return BigDecimal.Compare(Big().Value, other.Value);
    }

    /// <summary>Whether both are the same number; unlike a comparison, it changes nothing.</summary>
    public bool IsSameAs(Quantity other) =>
        _big is null && other._big is null ? ScaledInteger.Compare(_small, other._small) == 0 : BigDecimal.Compare(Value, other.Value) == 0;

    /// <summary>The sum; null where writing it out would take digits without reason.</summary>
    /// <param name="sharing">As v1.36: when this is a big number, it is from then on the sum itself.</param>
    public Quantity? Add(Quantity other, bool sharing) => new Quantity(this, sharing).Plus(other, other._small, other.Value);

    /// <summary>The difference; null where writing it out would take digits without reason.</summary>
    /// <param name="sharing">As v1.36: when this is a big number, it is from then on the difference itself.</param>
    public Quantity? Subtract(Quantity other, bool sharing) =>
        new Quantity(this, sharing).Plus(other, other._small with { Value = unchecked(-other._small.Value) }, -other.Value);

    /// <summary>The canonical form; one that was written so keeps what was written.</summary>
    public override string ToString() => _text ??= CanonicalQuantity.Of(Value, _format);

    private static double Approximate(double value, int exponent) => exponent == 0 ? value : value * PowerOfTen.Of(exponent);

    private Quantity? Plus(Quantity other, ScaledInteger small, BigDecimal big)
    {
        _format = Sign == 0 ? other._format : _format;
        if (_big is null && other._big is null && ScaledInteger.Add(_small, small) is { } sum)
        {
            _small = sum;
            return this;
        }

        var shared = Big();
        if (Math.Abs((long)shared.Value.Scale - big.Scale) > MaxDistance)
        {
            return null;
        }

        shared.Value += big;
        return this;
    }

    private SharedDecimal Big()
    {
        if (_big is null)
        {
            _big = new SharedDecimal { Value = _small.ToBig() };
            _small = default;
        }

        return _big;
    }

    private sealed class SharedDecimal
    {
        public BigDecimal Value { get; set; }
    }
}
