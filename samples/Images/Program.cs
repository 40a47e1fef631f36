using System;
using NetGen.Samples.Images.Run;

return await ImagesProgram.RunAsync(args, Console.Out, Console.Error);
