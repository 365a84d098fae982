namespace Daytwo.Runtime.Queue;

/// <summary>Knows its own place in a heap, so that it can be moved or removed without a search.</summary>
internal interface IHeapNode
{
    int HeapIndex { get; set; }
}
