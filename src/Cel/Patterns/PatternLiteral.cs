using System.Text;

namespace Daytwo.Cel.Patterns;

/// <summary>The text that a pattern begins with: one that is only that needs no automaton, others skip to where it stands.</summary>
/// <param name="Text">UTF-8; empty when the pattern begins otherwise.</param>
/// <param name="IsWhole">The pattern is nothing else, but for the anchors.</param>
internal sealed record PatternLiteral(byte[] Text, bool AtBegin, bool AtEnd, bool IsWhole)
{
    public static PatternLiteral Of(PatternNode pattern)
    {
        IReadOnlyList<PatternNode> items = pattern is SequenceNode sequence ? sequence.Items : [pattern];
        var text = new StringBuilder();
        var at = 0;
        var atBegin = Is(items, at, Assertion.BeginText);
        at += atBegin ? 1 : 0;
        while (at < items.Count && items[at] is SetNode { Set.Single: >= 0 } set && Rune.IsValid(set.Set.Single))
        {
            text.Append(new Rune(set.Set.Single));
            at++;
        }

        var atEnd = Is(items, at, Assertion.EndText);
        return new PatternLiteral(Encoding.UTF8.GetBytes(text.ToString()), atBegin, atEnd, at + (atEnd ? 1 : 0) == items.Count);
    }

    /// <summary>For one that is whole: where it matches, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text, int from)
    {
        if (AtBegin)
        {
            return from == 0 && (AtEnd ? text.SequenceEqual(Text) : text.StartsWith(Text)) ? 0 : -1;
        }

        if (AtEnd)
        {
            return text[from..].EndsWith(Text) ? text.Length - Text.Length : -1;
        }

        var index = text[from..].IndexOf(Text);
        return index < 0 ? -1 : from + index;
    }

    private static bool Is(IReadOnlyList<PatternNode> items, int at, Assertion assertion) =>
        at < items.Count && items[at] is AssertionNode node && node.Assertion == assertion;
}
