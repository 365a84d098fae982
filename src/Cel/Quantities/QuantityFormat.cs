namespace Daytwo.Cel.Quantities;

/// <summary>The suffixes with which a quantity is written.</summary>
internal enum QuantityFormat
{
    /// <summary>12e6.</summary>
    DecimalExponent,

    /// <summary>12Mi.</summary>
    BinarySI,

    /// <summary>12M.</summary>
    DecimalSI,
}
