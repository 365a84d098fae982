using Daytwo.Runtime.Queue;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Runtime.Tests.Queue;

public sealed class IndexedHeapTests
{
    /// <summary>Numbers are pushed; a negative one removes any node of that size.</summary>
    [Fact]
    public void Heap_gives_what_is_left_in_order() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), steps =>
    {
        var heap = new IndexedHeap<Node, BySize>();
        var left = new List<Node>();
        foreach (var step in steps)
        {
            if (step < 0 && left.Find(n => n.Size == -step) is { } gone)
            {
                heap.Remove(gone);
                left.Remove(gone);
            }
            else
            {
                var node = new Node { Size = Math.Abs(step) };
                heap.Push(node);
                left.Add(node);
            }
        }

        var given = new List<int>();
        while (heap.Top is { } top)
        {
            heap.Remove(top);
            given.Add(top.Size);
        }

        Assert.Equal(left.Select(n => n.Size).Order(), given);
    }).QuickCheckThrowOnFailure();

    private sealed class Node : IHeapNode
    {
        public int HeapIndex { get; set; }

        public int Size { get; init; }
    }

    private readonly struct BySize : IComparer<Node>
    {
        public int Compare(Node? x, Node? y) => x!.Size.CompareTo(y!.Size);
    }
}
