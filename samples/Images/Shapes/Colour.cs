using NetGen.Samples.Shared.Drawing;

namespace NetGen.Samples.Images.Shapes;

/// <summary>A colour of parts from 0 to 1.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    // Enough to see a shape through the noise, little enough for the network to have to look.
    private const double LeastDistance = 0.6;

    /// <summary>A random colour.</summary>
    public static Colour Draw(ref DrawingRandom random) => new(random.Uniform(), random.Uniform(), random.Uniform());

    /// <summary>A random colour that differs from another enough to be seen on it.</summary>
    public static Colour DrawOn(Colour ground, ref DrawingRandom random)
    {
        while (true)
        {
            var colour = Draw(ref random);
            if (colour.SquaredDistance(ground) > LeastDistance * LeastDistance)
            {
                return colour;
            }
        }
    }

    /// <summary>A colour between two.</summary>
    public static Colour Mix(Colour from, Colour to, double part) => new(
        from.Red + (part * (to.Red - from.Red)), from.Green + (part * (to.Green - from.Green)), from.Blue + (part * (to.Blue - from.Blue)));

    private double SquaredDistance(Colour other)
    {
        var (red, green, blue) = (Red - other.Red, Green - other.Green, Blue - other.Blue);
        return (red * red) + (green * green) + (blue * blue);
    }
}
