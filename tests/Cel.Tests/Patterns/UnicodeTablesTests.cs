using Daytwo.Cel.Patterns;

namespace Daytwo.Cel.Tests.Patterns;

public sealed class UnicodeTablesTests
{
    private static readonly string[] Categories =
        ["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn"];

    [Fact]
    public void Every_code_point_has_one_category()
    {
        var bounds = Categories.SelectMany(c => UnicodeTables.Find(c)!.Bounds.ToArray()).ToList();
        Assert.Equal(RuneSet.Any, new RuneSet(bounds));
        var total = 0L;
        for (var i = 0; i < bounds.Count; i += 2)
        {
            total += bounds[i + 1] - bounds[i] + 1;
        }

        Assert.Equal(RuneSet.MaxRune + 1, total);
    }

    [Theory]
    [InlineData("greek", "Greek")]
    [InlineData("Uppercase_Letter", "Lu")]
    [InlineData("other-letter", "Lo")]
    [InlineData("LC", "Cased Letter")]
    [InlineData("punct", "P")]
    public void Names_do_not_depend_on_case_and_separators(string name, string same) => Assert.Equal(UnicodeTables.Find(same), UnicodeTables.Find(name));

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("Grek")]
    [InlineData("Old_Italic")]
    public void Name_that_the_apiserver_does_not_know_is_none(string name) => Assert.Null(UnicodeTables.Find(name));

    [Fact]
    public void Case_folds_all_members_of_a_group_into_each_other()
    {
        foreach (var group in UnicodeTables.FoldsWithin(0, RuneSet.MaxRune))
        {
            foreach (var rune in group)
            {
                Assert.Equal(new RuneSet([.. group.SelectMany(r => new[] { r, r })]), new RuneSet(CaseFolding.Close([rune, rune])));
            }
        }
    }
}
