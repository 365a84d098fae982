using Daytwo.Embedded.Patches;

namespace Daytwo.Embedded.Tests.Patches;

public sealed class MergePatchTests
{
    private const string File = "patches/merge-patch.json";

    public static TheoryData<string> Cases => TestData.Names(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void MergePatch_case_comes_out_as_written(string name)
    {
        var c = TestData.Case(File, name);
        var before = c["before"]!.DeepClone();

        TestData.AssertSame(c["after"], MergePatch.Apply(before, c["patch"]));
        TestData.AssertSame(c["before"], before);
    }
}
