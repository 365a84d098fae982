using Daytwo.Cel;
using Daytwo.Cel.Schemas;
using Daytwo.Cel.Types;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>What the rules of one schema may name: self, and oldSelf as the rule has it.</summary>
internal sealed class RuleEnvironment
{
    public const string Self = "self";
    public const string OldSelf = "oldSelf";

    private RuleEnvironment(CelEnvironment types, CelType self)
    {
        WithoutOldSelf = types.With(new CelVariable(Self, self));
        WithOldSelf = WithoutOldSelf.With(new CelVariable(OldSelf, self));
        WithOptionalOldSelf = WithoutOldSelf.With(new CelVariable(OldSelf, CelType.Optional(self)));
    }

    public CelEnvironment WithoutOldSelf { get; }

    public CelEnvironment WithOldSelf { get; }

    public CelEnvironment WithOptionalOldSelf { get; }

    /// <returns>Null when no expression can be about values of the schema.</returns>
    public static RuleEnvironment? Of(CelSchema schema)
    {
        var types = SchemaTypes.Of(schema, "selfType");
        return types.Type is { } self ? new(CelEnvironment.Create().With(types.Objects), self) : null;
    }
}
