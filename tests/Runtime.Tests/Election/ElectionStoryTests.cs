using Daytwo.Runtime.Election;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Election;

/// <summary>The election told as stories, see <c>testdata</c>. We are <c>me</c>.</summary>
public sealed class ElectionStoryTests
{
    [Theory]
    [InlineData("first-leader")]
    [InlineData("take-over")]
    [InlineData("renewal-fails")]
    [InlineData("stolen")]
    [InlineData("release")]
    public void Election_follows_the_story(string name)
    {
        var machine = new ElectionMachine("me", ElectionTimes.Default, new FixedRandom(0));
        Story.Check(machine, ElectionInput.Elapsed, Parse, Print, name);
    }

    private static ElectionInput Parse(string[] words) => words switch
    {
        ["start"] => ElectionInput.Start,
        ["absent"] => ElectionInput.Absent,
        ["read", var holder, var version] => ElectionInput.Read(Lease(holder, version)),
        ["written", var version] => ElectionInput.Written(Lease("me", version)),
        ["given-up", var version] => ElectionInput.Written(Lease("nobody", version)),
        ["conflict"] => ElectionInput.Conflict,
        ["failed"] => ElectionInput.Failed("no answer"),
        ["release"] => ElectionInput.Release,
        _ => throw new FormatException(string.Join(' ', words)),
    };

    private static LeaseRecord Lease(string holder, string version) =>
        new(holder == "nobody" ? "" : holder, TimeSpan.FromSeconds(holder == "nobody" ? 1 : 15), version);

    private static string Print(ElectionOutput output) =>
        output.Kind is ElectionOutputKind.Lead or ElectionOutputKind.Extend ? $"{output.Kind} until {output.Deadline.SinceStart.TotalSeconds:0.#}s" : output.Kind.ToString();
}
