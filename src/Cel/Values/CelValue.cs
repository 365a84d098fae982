using System.Runtime.CompilerServices;
using System.Text;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Values;

/// <summary>
/// A value of an expression in 16 bytes: scalars without allocation, strings as slices of UTF-8, lists and maps of the input as places in its index.
/// Which member may be read follows from <see cref="Kind"/>. A value that came from an activation is valid as long as its JSON document.
/// </summary>
public readonly struct CelValue
{
    internal readonly ValueHandle? Handle;
    internal readonly long Bits;

    internal CelValue(ValueHandle handle, long bits)
    {
        Handle = handle;
        Bits = bits;
    }

    public static CelValue Null => new(ScalarHandle.Null, 0);

    public static CelValue True => new(ScalarHandle.Bool, 1);

    public static CelValue False => new(ScalarHandle.Bool, 0);

    public CelKind Kind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Handle!.Kind;
    }

    /// <summary>For <see cref="CelKind.Bool"/>.</summary>
    public bool AsBool => Bits != 0;

    /// <summary>For <see cref="CelKind.Int"/>.</summary>
    public long AsInt => Bits;

    /// <summary>For <see cref="CelKind.Uint"/>.</summary>
    public ulong AsUint => (ulong)Bits;

    /// <summary>For <see cref="CelKind.Double"/>.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>For <see cref="CelKind.Duration"/>: nanoseconds.</summary>
    public long AsNanoseconds => Bits;

    /// <summary>For <see cref="CelKind.String"/>: its UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<Utf8Buffer>(Handle!).Bytes.AsSpan(Utf8Slice.Offset(Bits), Utf8Slice.Length(Bits));
    }

    /// <summary>For <see cref="CelKind.String"/>.</summary>
    public string AsString => Encoding.UTF8.GetString(Utf8);

    /// <summary>For <see cref="CelKind.Bytes"/>.</summary>
    public ReadOnlyMemory<byte> AsBytes => BytesArray;

    /// <summary>For <see cref="CelKind.Error"/>.</summary>
    public CelError AsError => (CelError)Handle!;

    /// <summary>For <see cref="CelKind.Optional"/>: whether there is a value.</summary>
    public bool HasValue => ((OptionalHandle)Handle!).HasValue;

    /// <summary>For <see cref="CelKind.Optional"/> with a value.</summary>
    public CelValue OptionalValue => ((OptionalHandle)Handle!).Content;

    /// <summary>For <see cref="CelKind.Type"/>.</summary>
    public CelType AsType => ((TypeHandle)Handle!).Type;

    /// <summary>For <see cref="CelKind.Timestamp"/>.</summary>
    public CelTimestamp AsTimestamp => ((TimestampHandle)Handle!).Timestamp;

    /// <summary>For a map that an expression initialized as an object (<c>Object.spec{…}</c>, <c>JSONPatch{…}</c>): the name of its type; else null.</summary>
    public string? ObjectTypeName => Handle is ObjectHandle made ? made.Type.Name : null;

    /// <summary>For lists and maps: how many elements or entries.</summary>
    public int Count => Handle is ListHandle list ? list.Count(Bits) : ((MapHandle)Handle!).Count(Bits);

    /// <summary>For <see cref="CelKind.List"/>.</summary>
    public CelValue this[int index] => ((ListHandle)Handle!).Get(Bits, index);

    internal bool IsUnset => Handle is null;

    internal bool IsError => Handle!.Kind == CelKind.Error;

    internal bool IsTrue => ReferenceEquals(Handle, ScalarHandle.Bool) && Bits != 0;

    internal byte[] BytesArray => ((BytesHandle)Handle!).Bytes;

    public static CelValue Of(bool value) => new(ScalarHandle.Bool, value ? 1 : 0);

    public static CelValue Of(long value) => new(ScalarHandle.Int, value);

    public static CelValue Of(ulong value) => new(ScalarHandle.Uint, (long)value);

    public static CelValue Of(double value) => new(ScalarHandle.Double, BitConverter.DoubleToInt64Bits(value));

    public static CelValue Of(string text) => Utf8Buffer.Of(text);

    /// <summary>A list that owns <paramref name="items"/>.</summary>
    public static CelValue Of(CelValue[] items) => new(new ArrayList(items), 0);

    public static CelValue OfBytes(byte[] bytes) => new(new BytesHandle(bytes), 0);

    /// <param name="nanoseconds">A duration in nanoseconds.</param>
    public static CelValue OfDuration(long nanoseconds) => new(ScalarHandle.Duration, nanoseconds);

    public static CelValue Of(CelTimestamp timestamp) => new(new TimestampHandle(timestamp), 0);

    /// <summary>An object whose fields are computed when they are read.</summary>
    public static CelValue OfLazy(ILazyFields fields) => new(new LazyMap(fields), 0);

    public static CelValue OfType(CelType type) => new(new TypeHandle(type), 0);

    public static CelValue OfOptional(CelValue content) => OptionalHandle.Of(content);

    public static CelValue NoOptional => OptionalHandle.None;

    public static CelValue OfError(string message) => new(new CelError(message), 0);

    /// <summary>For <see cref="CelKind.Map"/>: the key of an entry, in the order of the input.</summary>
    public CelValue KeyAt(int index) => ((MapHandle)Handle!).KeyAt(Bits, index);

    /// <summary>For <see cref="CelKind.Map"/>: the value of an entry.</summary>
    public CelValue ValueAt(int index) => ((MapHandle)Handle!).ValueAt(Bits, index);

    /// <summary>For <see cref="CelKind.Map"/>: the value at a string key.</summary>
    public bool TryGet(string key, out CelValue value)
    {
        value = ((MapHandle)Handle!).Find(Bits, Encoding.UTF8.GetBytes(key));
        return !value.IsUnset;
    }

    /// <summary>The value as cel-go's messages print it.</summary>
    public override string ToString() => Handle is null ? "" : ValueText.Of(this);

    internal CelValue Find(CelValue key) => Unsafe.As<MapHandle>(Handle!).Find(Bits, key);

    internal OpaqueHandle Opaque => (OpaqueHandle)Handle!;
}
