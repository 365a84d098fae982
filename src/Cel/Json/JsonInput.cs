using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

/// <summary>
/// Reads JSON in one pass into an index over its bytes: strings stay where they are (those with escapes are decoded once, into a buffer beside), elements and members lie
/// together per container. Whole numbers that fit are ints, others doubles; of two members with one name the last counts.
/// </summary>
public ref struct JsonInput
{
    private static readonly SearchValues<byte> EndOfPlainText = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(b => (byte)b)]);

    private const int DeepestNesting = 10_000;

    private readonly Utf8Buffer _buffer;
    private readonly ReadOnlySpan<byte> _json;
    private readonly JsonItems _document;
    private readonly JsonArrayHandle _array;
    private readonly JsonObjectHandle _object;
    private CelValue[] _items;
    private int _used;
    private CelValue[] _pending;
    private int _waiting;
    private int _at;
    private int _depth;

    private JsonInput(byte[] utf8, int start, int end)
    {
        _buffer = new Utf8Buffer(utf8);
        _json = utf8.AsSpan(0, end);
        _document = new JsonItems();
        _array = new JsonArrayHandle(_document);
        _object = new JsonObjectHandle(_document);
        _items = new CelValue[Math.Max(16, (end - start) / 12)];
        _pending = ArrayPool<CelValue>.Shared.Rent(64);
        _at = start;
    }

    /// <summary>The value of a JSON text, which must not change as long as the value is in use.</summary>
    /// <exception cref="JsonInputException">The text is no JSON.</exception>
    public static CelValue Read(byte[] utf8) => Read(utf8, 0, utf8.Length);

    /// <summary>As <see cref="Read(byte[])"/> for a part of the bytes.</summary>
    /// <exception cref="JsonInputException">The part is no JSON.</exception>
    public static CelValue Read(byte[] utf8, int offset, int length)
    {
        if (utf8.Length >= Utf8Slice.LongestBuffer)
        {
            throw new JsonInputException(0, $"{utf8.Length} bytes are more than can be indexed ({Utf8Slice.LongestBuffer - 1})");
        }

        var input = new JsonInput(utf8, offset, offset + length);
        try
        {
            var value = input.Value();
            input.SkipSpace();
            return input._at == input._json.Length ? input.Done(value) : throw input.Error("text after the value");
        }
        finally
        {
            ArrayPool<CelValue>.Shared.Return(input._pending, clearArray: true);
        }
    }

    private readonly CelValue Done(CelValue value)
    {
        _document.Items = _items;
        return value;
    }

    private readonly JsonInputException Error(string reason) => new(_at, reason);

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }

    private CelValue Value()
    {
        SkipSpace();
        if (_at >= _json.Length)
        {
            throw Error("a value is missing");
        }

        switch (_json[_at])
        {
            case (byte)'{':
                return Object();
            case (byte)'[':
                return Array();
            case (byte)'"':
                return Text();
            case (byte)'t':
                return Word("true"u8, CelValue.True);
            case (byte)'f':
                return Word("false"u8, CelValue.False);
            case (byte)'n':
                return Word("null"u8, CelValue.Null);
            default:
                return Number();
        }
    }

    private CelValue Word(ReadOnlySpan<byte> word, CelValue value)
    {
        if (!_json[_at..].StartsWith(word))
        {
            throw Error("a value is expected");
        }

        _at += word.Length;
        return value;
    }

    private CelValue Array()
    {
        Enter();
        var start = _waiting;
        if (!Empty((byte)']'))
        {
            do
            {
                Push(Value());
            }
            while (More((byte)']'));
        }

        _depth--;
        var count = _waiting - start;
        return new CelValue(_array, JsonItems.Pack(Keep(start, count), count));
    }

    private CelValue Object()
    {
        Enter();
        var start = _waiting;
        if (!Empty((byte)'}'))
        {
            do
            {
                SkipSpace();
                if (_at >= _json.Length || _json[_at] != (byte)'"')
                {
                    throw Error("a member's name is expected");
                }

                Push(Text());
                SkipSpace();
                if (_at >= _json.Length || _json[_at] != (byte)':')
                {
                    throw Error("':' is expected");
                }

                _at++;
                Push(Value());
            }
            while (More((byte)'}'));
        }

        _depth--;
        var index = MemberNames.Unify(_pending.AsSpan(start, _waiting - start), out var count);
        var first = Keep(start, 2 * count);
        if (index is not null)
        {
            (_document.Names ??= [])[first] = index;
        }

        return new CelValue(_object, JsonItems.Pack(first, count));
    }

    private void Enter()
    {
        _at++;
        if (++_depth > DeepestNesting)
        {
            throw Error($"nested deeper than {DeepestNesting}");
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private bool Empty(byte end)
    {
        SkipSpace();
        if (_at >= _json.Length || _json[_at] != end)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool More(byte end)
    {
        SkipSpace();
        if (_at >= _json.Length || (_json[_at] != (byte)',' && _json[_at] != end))
        {
            throw Error($"',' or '{(char)end}' is expected");
        }

        return _json[_at++] == (byte)',';
    }

    private void Push(CelValue value)
    {
        if (_waiting == _pending.Length)
        {
            var larger = ArrayPool<CelValue>.Shared.Rent(_waiting * 2);
            _pending.CopyTo(larger, 0);
            ArrayPool<CelValue>.Shared.Return(_pending, clearArray: true);
            _pending = larger;
        }

        _pending[_waiting++] = value;
    }

    /// <summary>Moves what a container collected to its lasting place.</summary>
    private int Keep(int start, int count)
    {
        if (_used + count > _items.Length)
        {
            System.Array.Resize(ref _items, Math.Max(_items.Length * 2, _used + count));
        }

        _pending.AsSpan(start, count).CopyTo(_items.AsSpan(_used));
        _waiting = start;
        _used += count;
        return _used - count;
    }

    private CelValue Text()
    {
        var start = ++_at;
        var length = _json[start..].IndexOfAny(EndOfPlainText);
        if (length < 0)
        {
            throw Error("a string does not end");
        }

        if (_json[start + length] == (byte)'"')
        {
            _at = start + length + 1;
            var ascii = Ascii.IsValid(_json.Slice(start, length));
            return ascii || System.Text.Unicode.Utf8.IsValid(_json.Slice(start, length)) ? _buffer.Slice(start, length, ascii) : Utf8Buffer.Of(Encoding.UTF8.GetString(_json.Slice(start, length)));
        }

        return Utf8Buffer.Of(JsonText.Decode(_json, start, ref _at));
    }

    private CelValue Number()
    {
        var start = _at;
        while (_at < _json.Length && _json[_at] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E')
        {
            _at++;
        }

        var text = _json[start.._at];
        if (JsonText.IsNumber(text))
        {
            if (Utf8Parser.TryParse(text, out long whole, out var used) && used == text.Length)
            {
                return CelValue.Of(whole);
            }

            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                return CelValue.Of(value);
            }
        }

        _at = start;
        throw Error(text.IsEmpty ? "a value is expected" : $"'{Encoding.UTF8.GetString(text)}' is no number");
    }
}
