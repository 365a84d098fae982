namespace Daytwo.Cel.Quantities;

/// <summary>Powers of ten as doubles, rounded as Go's math.Pow10 rounds: a product, or quotient, of two exact table entries.</summary>
internal static class PowerOfTen
{
    private static readonly double[] Small =
    [
        1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
    ];

    private static readonly double[] Large = [1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288];

    private static readonly double[] Tiny = [1e-00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320];

    public static double Of(int exponent) => exponent switch
    {
        > 308 => double.PositiveInfinity,
        >= 0 => Large[exponent / 32] * Small[exponent % 32],
        >= -323 => Tiny[-exponent / 32] / Small[-exponent % 32],
        _ => 0,
    };
}
