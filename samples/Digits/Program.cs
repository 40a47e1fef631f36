using System;
using NetGen.Samples.Digits.Run;

return await DigitsProgram.RunAsync(args, Console.Out, Console.Error);
