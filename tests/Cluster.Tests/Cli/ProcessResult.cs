namespace Daytwo.Cluster.Tests.Cli;

/// <summary>What a program ended with.</summary>
internal sealed record ProcessResult(int Code, string Output, string Error)
{
    /// <summary>The output of a program that must have succeeded.</summary>
    public string Good()
    {
        Assert.True(Code == 0, $"ended with {Code}: {Error}{Output}");
        return Output;
    }

    /// <summary>One line for a person on standard error, and this exit code; nothing of how the program is made.</summary>
    public string Refused(int code)
    {
        Assert.True(code == Code, $"ended with {Code} instead of {code}: {Error}{Output}");
        Assert.StartsWith("daytwo: ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        return Error;
    }
}
