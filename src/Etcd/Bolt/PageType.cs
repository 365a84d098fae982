namespace Daytwo.Etcd.Bolt;

/// <summary>What a page holds; exactly one of these.</summary>
internal enum PageType : ushort
{
    Branch = 0x01,
    Leaf = 0x02,
    Meta = 0x04,
    Freelist = 0x10,
}
