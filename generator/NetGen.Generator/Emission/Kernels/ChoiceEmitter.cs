using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// Element-wise kernels that ask along an axis for the first of the greatest elements, as the gradient of a maximum does: that index is found for a vector of lines at once and
/// stays in a register while their elements are computed.
/// </summary>
internal static class ChoiceEmitter
{
    public static KernelText Emit(ChoiceKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var expression = ((MapOperation)value.Operation).Expression;
        var x = kernel.Index.Operands[0];
        var first = new FirstGreatest(kernel.Index, x, ((ArgMaxOperation)kernel.Index.Operation).Axis);
        var element = new ElementKernel(context.Type, value.Type, expression, value.Operands, value, context.Plan, paddable: false, first);
        WriteLoops(element, element.OperandOf(x));
        var names = value.Operands.Select(operand => operand == kernel.Index ? FirstGreatest.Name : element.Names[operand]).ToArray();
        return new KernelText(
            context.MethodName(kernel),
            $"result = {MathematicsPrinter.Print(expression, names)}, where {FirstGreatest.Name} is the first index of the greatest element of {element.Names[x]} along axis {first.Axis}\n{element.Names.Describe(value)}",
            element.Names.WithResult(value),
            value.Batched,
            NeedsRandom: false,
            element.Body());
    }

    private static void WriteLoops(ElementKernel element, ElementOperand x)
    {
        var axes = Enumerable.Range(0, element.Iteration.Axes.Count).ToArray();
        var (along, inner) = (axes.First(axis => element.Iteration.Axes[axis].IsApart), axes.Length - 1);
        element.Outer(axes.Where(axis => axis != along && axis != inner).ToArray(), () => element.InnerTwice(inner, vector =>
        {
            Find(element, x, along, vector);
            element.Unrolled(along, () =>
            {
                element.DeclareResting(inner);
                element.DeclareMoving(inner, vector);
                element.Writer.Line(element.ResultOperand.Write(element.Code.Result, inner, vector));
            });
        }));
    }

    private static void Find(ElementKernel element, ElementOperand x, int along, bool vector)
    {
        var (writer, type) = (element.Writer, element.Type);
        writer.Line($"var greatest = {Load("i")};");
        writer.Line($"var {FirstGreatest.Name} = {type.Name}.Zero;");
        var size = element.Iteration.Axes[along].Size;
        if (size == 2)
        {
            writer.Line($"{FirstGreatest.Name} = Vector.ConditionalSelect(Vector.GreaterThan({Load(At("1"))}, greatest), {type.Name}.One, {FirstGreatest.Name});");
            return;
        }

        writer.Block($"for (var k = 1; k < {Literals.Integer(size)}; k++)", () =>
        {
            writer.Line($"var next = {Load(At("k"))};");
            writer.Line("var isGreater = Vector.GreaterThan(next, greatest);");
            writer.Line($"{FirstGreatest.Name} = Vector.ConditionalSelect(isGreater, new {type.Name}(k), {FirstGreatest.Name});");
            writer.Line("greatest = Vector.ConditionalSelect(isGreater, next, greatest);");
        });

        string At(string step) => step == "1" ? Addresses.Sum("i", Literals.Integer(x.StrideAt(along))) : Addresses.Sum(Addresses.Times(step, x.StrideAt(along)), "i");

        string Load(string place) => vector ? $"Vector.LoadUnsafe(ref {x.Current}, (nuint){Addresses.Primary(place)})" : $"new {type.Name}({Addresses.At(x.Current, place)})";
    }
}
