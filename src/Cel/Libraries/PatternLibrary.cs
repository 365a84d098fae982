using Daytwo.Cel.Costs;
using Daytwo.Cel.Evaluation;
using Daytwo.Cel.Patterns;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Regular expressions in RE2's syntax: matches, find, findAll. Literal patterns are compiled with the program.</summary>
internal static class PatternLibrary
{
    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new(
                "matches",
                CelOverload.Declared("matches", Bool, CelType.String, CelType.String),
                CelOverload.DeclaredMember("matches_string", Bool, [CelType.String, CelType.String], CallCosts.ContentMatch))
            {
                Trait = Traits.Matcher,
                Binary = Matches,
                Prepare = pattern => Prepared(pattern, (compiled, a) => CelValue.Of(compiled.IsMatch(a[0].Utf8))),
            },
            new("find", CelOverload.Member("string_find_string", CelType.String, CelType.String, CelType.String, (text, pattern) => Compiled(pattern, p => Find(p, text))))
            {
                Cost = CallCosts.Match,
                Prepare = pattern => Prepared(pattern, (compiled, a) => Find(compiled, a[0])),
            },
            new(
                "findAll",
                CelOverload.Member("string_find_all_string", List(CelType.String), CelType.String, CelType.String, (text, pattern) => Compiled(pattern, p => FindAll(p, text, -1))),
                CelOverload.Member("string_find_all_string_int", List(CelType.String), [CelType.String, CelType.String, Int], FindSome))
            {
                Cost = CallCosts.Match,
                Prepare = pattern => Prepared(pattern, (compiled, a) => a.Length == 2 ? FindAll(compiled, a[0], -1) : GoNative.Of(a[2]) is { Kind: CelKind.Int } limit ? FindAll(compiled, a[0], limit.AsInt) : NoOverload()),
            },
        ],
    };

    private delegate CelValue Search(Pattern pattern, ReadOnlySpan<CelValue> arguments);

    private static CelValue NoOverload() => CelValue.OfError("no such overload");

    private static AnyArity Prepared(CelValue pattern, Search search)
    {
        var compiled = Pattern.Parse(pattern.AsString, out var error) ?? throw new PlanException(error!.ToString());
        return arguments => arguments[0].Kind == CelKind.String ? search(compiled, arguments) : InGo(compiled, search, arguments);
    }

    // What was compiled with the program takes its arguments as Go's values: a type is its name, an optional what it holds.
    private static CelValue InGo(Pattern compiled, Search search, ReadOnlySpan<CelValue> arguments) =>
        GoNative.Of(arguments[0]) is { Kind: CelKind.String } text ? search(compiled, [text, .. arguments[1..]]) : NoOverload();

    private static CelValue Matches(CelValue text, CelValue pattern)
    {
        if (pattern.Kind != CelKind.String)
        {
            return NoOverload();
        }

        return Pattern.Parse(pattern.AsString, out var error) is { } compiled ? CelValue.Of(compiled.IsMatch(text.Utf8)) : CelValue.OfError(error!.ToString());
    }

    private static CelValue Compiled(CelValue pattern, Func<Pattern, CelValue> search) =>
        Pattern.Parse(pattern.AsString, out var error) is { } compiled ? search(compiled) : CelValue.OfError($"Illegal regex: {error}");

    private static CelValue FindSome(ReadOnlySpan<CelValue> a)
    {
        var (text, limit) = (a[0], a[2].AsInt);
        return Compiled(a[1], p => FindAll(p, text, limit));
    }

    private static CelValue Find(Pattern pattern, CelValue text)
    {
        var (start, end) = pattern.Find(text.Utf8);
        return start < 0 ? CelValue.Of("") : TextSlices.Of(text, start..end);
    }

    private static CelValue FindAll(Pattern pattern, CelValue text, long limit) => TextSlices.Of(text, pattern.FindAll(text.Utf8, limit));
}
