using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Tests.CommandLine;

public sealed class NearestWordTests
{
    private static readonly string[] Known = ["backup", "status", "snapshot", "demo", "crds"];

    [Theory]
    [InlineData("bakup", "backup")]
    [InlineData("backups", "backup")]
    [InlineData("satuts", "status")]
    [InlineData("dmeo", "demo")]
    [InlineData("crd", "crds")]
    [InlineData("restore", null)]
    [InlineData("x", null)]
    public void Near_words_are_guessed_and_far_ones_not(string typed, string? guess) => Assert.Equal(guess, NearestWord.To(typed, Known));
}
