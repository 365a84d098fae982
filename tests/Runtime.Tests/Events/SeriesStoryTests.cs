using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Rules;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Events;

/// <summary>Repeats folded into series, told as a story, see <c>testdata</c>.</summary>
public sealed class SeriesStoryTests
{
    [Theory]
    [InlineData("repeats")]
    public void Series_follow_the_story(string name) => Story.Check(new SeriesMachine(SeriesOptions.Default), default, Parse, Print, name);

    private static SeriesInput Parse(string[] words) =>
        new(new Happening(new ObjectReference { Name = words[1], Uid = words[1] }, Notice.Normal(words[0], "Test", string.Join(' ', words[2..])), DateTimeOffset.UnixEpoch));

    private static string Print(SeriesOutput output) =>
        $"{(output.Count == 1 ? "create" : $"count {output.Count}")} {output.First.Notice.Reason} {output.First.Regarding.Name}: {output.Latest.Notice.Note}";
}
