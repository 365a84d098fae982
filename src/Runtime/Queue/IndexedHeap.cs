namespace Daytwo.Runtime.Queue;

/// <summary>A binary heap, smallest first, whose nodes know their place: removing any node costs a logarithm.</summary>
internal sealed class IndexedHeap<TNode, TOrder>
    where TNode : class, IHeapNode
    where TOrder : struct, IComparer<TNode>
{
    private readonly List<TNode> _nodes = [];

    public int Count => _nodes.Count;

    /// <summary>The smallest node; null when empty.</summary>
    public TNode? Top => _nodes.Count == 0 ? null : _nodes[0];

    public void Push(TNode node)
    {
        _nodes.Add(node);
        Rise(_nodes.Count - 1, node);
    }

    public void Remove(TNode node)
    {
        var index = node.HeapIndex;
        var last = _nodes[^1];
        _nodes.RemoveAt(_nodes.Count - 1);
        if (ReferenceEquals(last, node))
        {
            return;
        }

        if (index > 0 && default(TOrder).Compare(last, _nodes[(index - 1) / 2]) < 0)
        {
            Rise(index, last);
        }
        else
        {
            Sink(index, last);
        }
    }

    private void Rise(int index, TNode node)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (default(TOrder).Compare(node, _nodes[parent]) >= 0)
            {
                break;
            }

            Place(index, _nodes[parent]);
            index = parent;
        }

        Place(index, node);
    }

    private void Sink(int index, TNode node)
    {
        while ((index * 2) + 1 < _nodes.Count)
        {
            var child = (index * 2) + 1;
            if (child + 1 < _nodes.Count && default(TOrder).Compare(_nodes[child + 1], _nodes[child]) < 0)
            {
                child++;
            }

            if (default(TOrder).Compare(node, _nodes[child]) <= 0)
            {
                break;
            }

            Place(index, _nodes[child]);
            index = child;
        }

        Place(index, node);
    }

    private void Place(int index, TNode node)
    {
        _nodes[index] = node;
        node.HeapIndex = index;
    }
}
