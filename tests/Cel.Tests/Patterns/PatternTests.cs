using System.Text;
using System.Text.Json;
using Daytwo.Cel.Patterns;
using Daytwo.Cel.Tests.Recorded;

namespace Daytwo.Cel.Tests.Patterns;

public sealed class PatternTests
{
    [Fact]
    public void Patterns_are_refused_in_the_words_of_the_apiserver() => RecordedCases.Agree("Patterns/refused.jsonl", cells =>
        Pattern.Parse(cells[0].GetString()!, out var error) is null ? "error: " + error : "accepted");

    [Fact]
    public void Matches_and_all_findings_are_those_of_the_apiserver() => RecordedCases.Agree("Patterns/found.jsonl", cells =>
    {
        var pattern = Pattern.Parse(cells[0].GetString()!, out var error);
        if (pattern is null)
        {
            return "error: " + error;
        }

        var text = Encoding.UTF8.GetBytes(cells[1].GetString()!);
        var found = pattern.FindAll(text).Select(r => Encoding.UTF8.GetString(text[r])).ToList();
        var (start, end) = pattern.Find(text);
        Assert.Equal(found.Count == 0 ? "" : found[0], start < 0 ? "" : Encoding.UTF8.GetString(text[start..end]));
        Assert.Equal(found.Count > 0, pattern.IsMatch(text));
        return JsonSerializer.Serialize(found);
    });

    [Fact]
    public void Time_is_linear_where_backtracking_would_be_exponential()
    {
        var pattern = Pattern.Parse("(a*)*(a|aa)+$", out _)!;
        var text = Encoding.UTF8.GetBytes(new string('a', 100_000) + "b");
        Assert.False(pattern.IsMatch(text));
        Assert.Equal((-1, -1), pattern.Find(text));
    }

    [Fact]
    public void Automaton_that_grows_too_large_starts_anew_and_stays_right()
    {
        // Each state remembers where of the last 17 letters an a stood: 2^17 states and more.
        var pattern = Pattern.Parse("a[ab]{17}c", out _)!;
        var random = new Random(1);
        var text = new byte[200_000];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (byte)"ab"[random.Next(2)];
        }

        Assert.False(pattern.IsMatch(text));
        text[^1] = (byte)'c';
        text[^19] = (byte)'a';
        Assert.Equal((text.Length - 19, text.Length), pattern.Find(text));
    }

    [Fact]
    public async Task Pattern_serves_several_threads()
    {
        var pattern = Pattern.Parse(@"(?i)\b(web|api)-[0-9]{1,3}\b", out _)!;
        var texts = Enumerable.Range(0, 500).Select(i => Encoding.UTF8.GetBytes($"x WEB-{i} {i % 7}é")).ToList();
        var expected = texts.ConvertAll(t => Pattern.Parse(@"(?i)\b(web|api)-[0-9]{1,3}\b", out _)!.Find(t));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Assert.Equal(expected, texts.ConvertAll(t => pattern.Find(t))))));
    }
}
