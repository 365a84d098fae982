using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Controllers;

public sealed class PredicateTests
{
    private static readonly Thing Plain = Thing.Of("a");

    [Fact]
    public void Generation_predicate_passes_additions_deletions_and_changed_specs()
    {
        Assert.True(Predicates.GenerationChanged(new Change<Thing>(null, Plain, false)));
        Assert.True(Predicates.GenerationChanged(new Change<Thing>(Plain, null, false)));
        Assert.True(Predicates.GenerationChanged(new Change<Thing>(Plain, Thing.Of("a", generation: 2), false)));
        Assert.False(Predicates.GenerationChanged(new Change<Thing>(Plain, Thing.Of("a", "2"), false)));
    }

    [Fact]
    public void Generation_predicate_passes_the_start_of_deletion()
    {
        var deleting = Plain with { Metadata = Plain.Metadata with { DeletionTimestamp = DateTimeOffset.UnixEpoch } };
        Assert.True(Predicates.GenerationChanged(new Change<Thing>(Plain, deleting, false)));
    }

    [Fact]
    public void Label_predicate_compares_contents()
    {
        var red = Labelled("colour", "red");
        Assert.False(Predicates.LabelsChanged(new Change<Thing>(red, Labelled("colour", "red"), false)));
        Assert.True(Predicates.LabelsChanged(new Change<Thing>(red, Labelled("colour", "blue"), false)));
        Assert.True(Predicates.LabelsChanged(new Change<Thing>(red, Labelled("shape", "red"), false)));
        Assert.True(Predicates.LabelsChanged(new Change<Thing>(red, Plain, false)));
        Assert.False(Predicates.LabelsChanged(new Change<Thing>(Plain, Plain, false)));
    }

    [Fact]
    public void Predicates_combine()
    {
        var change = new Change<Thing>(Plain, Thing.Of("a", generation: 2), false);
        Assert.True(Predicates.Any<Thing>(Predicates.LabelsChanged, Predicates.GenerationChanged)(change));
        Assert.False(Predicates.All<Thing>(Predicates.LabelsChanged, Predicates.GenerationChanged)(change));
    }

    [Fact]
    public void Owner_of_another_group_or_kind_is_no_owner()
    {
        var owned = Plain with
        {
            Metadata = Plain.Metadata with
            {
                OwnerReferences =
                [
                    new OwnerReference { ApiVersion = "test.dev/v1", Kind = "Thing", Name = "owner" },
                    new OwnerReference { ApiVersion = "other.dev/v1", Kind = "Thing", Name = "foreign" },
                    new OwnerReference { ApiVersion = "test.dev/v1", Kind = "Other", Name = "other" },
                ],
            },
        };
        Assert.Equal([new ObjectKey("ns", "owner")], Owners.Of(owned, Thing.Resource.Type));
    }

    private static Thing Labelled(string key, string value) =>
        Plain with { Metadata = Plain.Metadata with { Labels = new Dictionary<string, string> { [key] = value } } };
}
