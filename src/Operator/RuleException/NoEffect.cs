namespace Daytwo.Operator.RuleException;

/// <summary>Nothing is ever done for an exception but telling its state: there is no value of this type.</summary>
internal sealed class NoEffect
{
    private NoEffect()
    {
    }
}
