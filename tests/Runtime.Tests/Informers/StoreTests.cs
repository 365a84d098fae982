using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Informers;

public sealed class StoreTests
{
    private readonly Store<Thing> _store = new();
    private readonly List<string> _changes = [];
    private readonly StoreWriter<Thing> _writer;

    public StoreTests() => _writer = new StoreWriter<Thing>(_store, Note);

    [Fact]
    public void First_list_reports_additions_as_initial()
    {
        _writer.BeginReplace();
        _writer.Upsert(Thing.Of("a"));
        _writer.EndReplace();
        _writer.Upsert(Thing.Of("b"));
        Assert.Equal(["initial add a 1", "add b 1"], _changes);
    }

    [Fact]
    public void List_again_reports_only_what_changed_and_what_is_gone()
    {
        First(Thing.Of("same"), Thing.Of("changed"), Thing.Of("gone"));
        _writer.BeginReplace();
        _writer.Upsert(Thing.Of("same"));
        _writer.Upsert(Thing.Of("changed", "2"));
        _writer.EndReplace();
        Assert.Equal(["modify changed 1 2", "delete gone 1"], _changes);
    }

    [Fact]
    public void List_that_broke_off_deletes_nothing()
    {
        First(Thing.Of("a"), Thing.Of("b"));
        _writer.BeginReplace();
        _writer.Upsert(Thing.Of("a"));
        _writer.BeginReplace();
        _writer.Upsert(Thing.Of("a"));
        _writer.Upsert(Thing.Of("b"));
        _writer.EndReplace();
        Assert.Empty(_changes);
    }

    [Fact]
    public void Object_made_anew_unseen_is_deleted_and_added()
    {
        First(Thing.Of("a", "1", "old"));
        _writer.Upsert(Thing.Of("a", "5", "new"));
        Assert.Equal(["delete a 1", "add a 5"], _changes);
    }

    [Fact]
    public void Index_follows_changes_and_deletions()
    {
        var index = _store.AddIndex(t => t.Value);
        First(Thing.Of("a", value: "red"), Thing.Of("b", value: "red"), Thing.Of("c"));
        Assert.Equal(["a", "b"], Names(index, "red"));
        _writer.Upsert(Thing.Of("a", "2", value: "blue"));
        _writer.Remove(new ObjectKey("ns", "b"));
        Assert.Empty(Names(index, "red"));
        Assert.Equal(["a"], Names(index, "blue"));
    }

    [Fact]
    public void Index_added_later_knows_what_is_there()
    {
        First(Thing.Of("a", value: "red"));
        Assert.Equal(["a"], Names(_store.AddIndex(t => t.Value), "red"));
    }

    private static IEnumerable<string> Names(StoreIndex<Thing> index, string value) => index.Find(value).Select(t => t.Metadata.Name).Order();

    private void First(params Thing[] things)
    {
        _writer.BeginReplace();
        foreach (var thing in things)
        {
            _writer.Upsert(thing);
        }

        _writer.EndReplace();
        _changes.Clear();
    }

    private void Note(Change<Thing> change)
    {
        var what = change.IsAdded ? "add" : change.IsDeleted ? "delete" : $"modify";
        var versions = change is { Before: { } before, After: { } after }
            ? $"{before.Metadata.ResourceVersion} {after.Metadata.ResourceVersion}"
            : change.Object.Metadata.ResourceVersion;
        _changes.Add($"{(change.Initial ? "initial " : "")}{what} {change.Object.Metadata.Name} {versions}");
    }
}
