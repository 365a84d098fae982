using Daytwo.Cel.Costs;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>cel-go's strings, version 2. Indexes count code points.</summary>
internal static class TextLibrary
{
    private static readonly CelType Text = CelType.String;

    public static CelLibrary Create(CelDialect dialect)
    {
        var checksEmpty = dialect >= CelDialect.Kubernetes137;
        return new CelLibrary
        {
            Functions =
            [
                new("charAt", CelOverload.Member("string_char_at_int", Text, Text, Int, (s, i) => Part(s, TextFunctions.CharAt(s.Utf8, i.AsInt, out var error), error))),
                new(
                    "indexOf",
                    CelOverload.Member("string_index_of_string", Int, Text, Text, (s, p) => Index(TextFunctions.IndexOf(s.Utf8, p.Utf8, 0, checksEmpty, out var error), error)),
                    CelOverload.Member("string_index_of_string_int", Int, [Text, Text, Int], a => Index(TextFunctions.IndexOf(a[0].Utf8, a[1].Utf8, a[2].AsInt, checksEmpty, out var error), error))),
                new(
                    "lastIndexOf",
                    CelOverload.Member("string_last_index_of_string", Int, Text, Text, (s, p) => CelValue.Of(TextFunctions.LastIndexOf(s.Utf8, p.Utf8))),
                    CelOverload.Member("string_last_index_of_string_int", Int, [Text, Text, Int], a => Index(TextFunctions.LastIndexOf(a[0].Utf8, a[1].Utf8, a[2].AsInt, checksEmpty, out var error), error))),
                new("lowerAscii", CelOverload.Member("string_lower_ascii", Text, Text, s => Utf8Buffer.Of(TextFunctions.LowerAscii(s.Utf8)))) { Cost = CallCosts.FirstTraversed },
                new("upperAscii", CelOverload.Member("string_upper_ascii", Text, Text, s => Utf8Buffer.Of(TextFunctions.UpperAscii(s.Utf8)))) { Cost = CallCosts.FirstTraversed },
                new("trim", CelOverload.Member("string_trim", Text, Text, s => TextSlices.Of(s, TextFunctions.Trim(s.Utf8)))) { Cost = CallCosts.FirstTraversed },
                new(
                    "replace",
                    CelOverload.Member("string_replace_string_string", Text, [Text, Text, Text], a => Utf8Buffer.Of(TextFunctions.Replace(a[0].Utf8, a[1].Utf8, a[2].Utf8, -1))),
                    CelOverload.Member("string_replace_string_string_int", Text, [Text, Text, Text, Int], a => Utf8Buffer.Of(TextFunctions.Replace(a[0].Utf8, a[1].Utf8, a[2].Utf8, a[3].AsInt))))
                {
                    Cost = CallCosts.FirstRewritten,
                },
                new(
                    "split",
                    CelOverload.Member("string_split_string", List(Text), Text, Text, (s, p) => TextSlices.Of(s, TextFunctions.Split(s.Utf8, p.Utf8, -1))),
                    CelOverload.Member("string_split_string_int", List(Text), [Text, Text, Int], a => TextSlices.Of(a[0], TextFunctions.Split(a[0].Utf8, a[1].Utf8, a[2].AsInt))))
                {
                    Cost = CallCosts.FirstRewritten,
                },
                new(
                    "substring",
                    CelOverload.Member("string_substring_int", Text, Text, Int, (s, i) => Part(s, TextFunctions.Substring(s.Utf8, i.AsInt, out var error), error)),
                    CelOverload.Member("string_substring_int_int", Text, [Text, Int, Int], a => Part(a[0], TextFunctions.Substring(a[0].Utf8, a[1].AsInt, a[2].AsInt, out var error), error)))
                {
                    Cost = CallCosts.FirstTraversed,
                },
                new("strings.quote", CelOverload.Of("strings_quote", Text, Text, s => CelValue.Of(Quoting.Cel(s.AsString)), CallCosts.FirstContentTraversed)),
                new(
                    "join",
                    CelOverload.Member("list_join", Text, List(Text), list => Join(list, default)),
                    CelOverload.Member("list_join_string", Text, List(Text), Text, (list, separator) => Join(list, separator.Utf8)))
                {
                    Cost = CallCosts.ResultRewritten,
                },
            ],
        };
    }

    private static CelValue Part(CelValue text, Range? range, string? error) => range is { } part ? TextSlices.Of(text, part) : CelValue.OfError(error!);

    private static CelValue Index(long? index, string? error) => index is { } found ? CelValue.Of(found) : CelValue.OfError(error!);

    private static CelValue Join(CelValue list, ReadOnlySpan<byte> separator)
    {
        var text = new List<byte>();
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
            {
                text.AddRange(separator);
            }

            if (list[i].Kind != CelKind.String)
            {
                return CelValue.OfError($"join: invalid input: {list[i]}");
            }

            text.AddRange(list[i].Utf8);
        }

        return Utf8Buffer.Of([.. text]);
    }
}
