using System.Globalization;
using Daytwo.Kubernetes.Results;
using Daytwo.Runtime.Reflector;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Reflector;

/// <summary>The reflector told as stories, see <c>testdata</c>.</summary>
public sealed class ReflectorStoryTests
{
    [Theory]
    [InlineData("watch-list")]
    [InlineData("no-watch-list")]
    [InlineData("expired")]
    [InlineData("silent-watch")]
    [InlineData("outage")]
    [InlineData("restart-within-first-list")]
    public void Reflector_follows_the_story(string name)
    {
        var machine = new ReflectorMachine(new ReflectorOptions(), new FixedRandom(0));
        Story.Check(machine, ReflectorInput.Elapsed, Parse, Print, name);
    }

    private static ReflectorInput Parse(string[] words) => words switch
    {
        ["start"] => ReflectorInput.Start,
        ["event", var version] => ReflectorInput.Event(version),
        ["bookmark", var version] => ReflectorInput.Bookmark(version, initialEventsEnd: false),
        ["bookmark", var version, "all-told"] => ReflectorInput.Bookmark(version, initialEventsEnd: true),
        ["page", var version] => ReflectorInput.Page(version, null),
        ["page", var version, "more", var token] => ReflectorInput.Page(version, token),
        ["ended"] => ReflectorInput.Ended,
        ["unreachable"] => ReflectorInput.Unreachable,
        ["refused", var kind] => ReflectorInput.Refused(Error(kind, null)),
        ["refused", var kind, "retry-after", var wait] => ReflectorInput.Refused(Error(kind, TimeSpan.FromSeconds(double.Parse(wait.TrimEnd('s'), CultureInfo.InvariantCulture)))),
        _ => throw new FormatException(string.Join(' ', words)),
    };

    private static ApiError Error(string kind, TimeSpan? retryAfter) => new(Enum.Parse<ApiErrorKind>(kind), 0, kind, "", [], retryAfter);

    private static string Print(ReflectorOutput output) =>
        $"{output.Kind}{(output.Value is null ? "" : " " + output.Value)}{(output.Timeout > TimeSpan.Zero ? $" for {output.Timeout.TotalSeconds:0}s" : "")}";
}
