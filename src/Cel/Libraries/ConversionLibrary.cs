using System.Globalization;
using Daytwo.Cel.Costs;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Times;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Conversions between the basic types, dyn() and type().</summary>
internal static class ConversionLibrary
{
    private static readonly CelType A = Parameter("A");

    public static CelLibrary Create(CelDialect dialect) => new()
    {
        Functions =
        [
            new("type", CelOverload.Declared("type", TypeOf(A), A)) { Unary = v => CelValue.OfType(ValueTypes.TypeOf(v)) },
            new("dyn", CelOverload.Declared("to_dyn", Dyn, A)) { Unary = Same },
            new("bool", Of("bool_to_bool", Bool, Bool, Same), Of("string_to_bool", Bool, CelType.String, s => Parsed(s, Conversions.ToBool(s.Utf8) is { } b ? CelValue.Of(b) : null, Bool))),
            new("bytes", Of("bytes_to_bytes", Bytes, Bytes, Same), Of("string_to_bytes", Bytes, CelType.String, s => CelValue.OfBytes(s.Utf8.ToArray()), CallCosts.FirstContentTraversed)),
            new(
                "double",
                Of("double_to_double", CelType.Double, CelType.Double, Same),
                Of("int64_to_double", CelType.Double, Int, i => CelValue.Of((double)i.AsInt)),
                Of("string_to_double", CelType.Double, CelType.String, s => Parsed(s, Conversions.ToDouble(s.Utf8) is { } d ? CelValue.Of(d) : null, CelType.Double)),
                Of("uint64_to_double", CelType.Double, Uint, u => CelValue.Of((double)u.AsUint))),
            new(
                "duration",
                [
                    Of("duration_to_duration", Duration, Duration, Same),
                    .. dialect < CelDialect.Kubernetes137 ? [Of("int64_to_duration", Duration, Int, i => Parsed(i, null, Duration))] : Array.Empty<CelOverload>(),
                    Of("string_to_duration", Duration, CelType.String, s => Parsed(s, Durations.Parse(s.Utf8) is { } n ? CelValue.OfDuration(n) : null, Duration)),
                ]),
            new(
                "int",
                Of("int64_to_int64", Int, Int, Same),
                Of("double_to_int64", Int, CelType.Double, d => Numbers.ToInt(d.AsDouble) is { } i ? CelValue.Of(i) : Overflow("integer")),
                Of("duration_to_int64", Int, Duration, d => CelValue.Of(d.AsNanoseconds)),
                Of("string_to_int64", Int, CelType.String, s => Parsed(s, Conversions.ToInt(s.Utf8) is { } i ? CelValue.Of(i) : null, Int)),
                Of("timestamp_to_int64", Int, CelType.Timestamp, t => CelValue.Of(t.AsTimestamp.Seconds)),
                Of("uint64_to_int64", Int, Uint, u => u.AsUint <= long.MaxValue ? CelValue.Of((long)u.AsUint) : Overflow("integer"))),
            new(
                "string",
                Of("string_to_string", CelType.String, CelType.String, Same),
                Of("bool_to_string", CelType.String, Bool, b => CelValue.Of(b.AsBool ? "true" : "false")),
                Of("bytes_to_string", CelType.String, Bytes, FromBytes, CallCosts.FirstContentTraversed),
                Of("double_to_string", CelType.String, CelType.Double, d => CelValue.Of(NumberText.Shortest(d.AsDouble))),
                Of("duration_to_string", CelType.String, Duration, d => CelValue.Of(Durations.Text(d.AsNanoseconds))),
                Of("int64_to_string", CelType.String, Int, i => CelValue.Of(i.AsInt.ToString(CultureInfo.InvariantCulture))),
                Of("timestamp_to_string", CelType.String, CelType.Timestamp, t => CelValue.Of(TimestampText.Of(t.AsTimestamp))),
                Of("uint64_to_string", CelType.String, Uint, u => CelValue.Of(u.AsUint.ToString(CultureInfo.InvariantCulture)))),
            new(
                "timestamp",
                Of("timestamp_to_timestamp", CelType.Timestamp, CelType.Timestamp, Same),
                Of("int64_to_timestamp", CelType.Timestamp, Int, i => InRange(new CelTimestamp(i.AsInt, 0))),
                Of("string_to_timestamp", CelType.Timestamp, CelType.String, s => TimestampParser.Parse(s.Utf8) is { } t ? InRange(t) : Parsed(s, null, CelType.Timestamp))),
            new(
                "uint",
                Of("uint64_to_uint64", Uint, Uint, Same),
                Of("double_to_uint64", Uint, CelType.Double, d => Numbers.ToUint(d.AsDouble) is { } u ? CelValue.Of(u) : Overflow("unsigned integer")),
                Of("int64_to_uint64", Uint, Int, i => i.AsInt >= 0 ? CelValue.Of((ulong)i.AsInt) : Overflow("unsigned integer")),
                Of("string_to_uint64", Uint, CelType.String, s => Parsed(s, Conversions.ToUint(s.Utf8) is { } u ? CelValue.Of(u) : null, Uint))),
        ],
    };

    private static CelOverload Of(string id, CelType result, CelType argument, Func<CelValue, CelValue> convert, CallCost? cost = null) => CelOverload.Of(id, result, argument, convert, cost);

    private static CelValue Same(CelValue value) => value;

    private static CelValue Parsed(CelValue from, CelValue? to, CelType type) => to ?? CelValue.OfError($"type conversion error from '{ValueTypes.TypeOf(from).Name}' to '{type.Name}'");

    private static CelValue Overflow(string what) => CelValue.OfError($"{what} overflow");

    private static CelValue InRange(CelTimestamp timestamp) => timestamp.Seconds is >= CelTimestamp.Earliest and <= CelTimestamp.Latest ? CelValue.Of(timestamp) : Overflow("timestamp");

    private static CelValue FromBytes(CelValue bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes.AsBytes.Span) ? Utf8Buffer.Of(bytes.AsBytes.ToArray()) : CelValue.OfError("invalid UTF-8 in bytes, cannot convert to string");
}
