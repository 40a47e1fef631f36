using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using NetGen.RandomNetworks;
using NetGen.RandomNetworks.Running;

var count = new Option<int>("--count") { Description = "How many networks to check.", DefaultValueFactory = _ => 300 };
var seed = new Option<int>("--seed") { Description = "The seed of the first network; each further one has the next.", DefaultValueFactory = _ => 1 };
var workers = new Option<int>("--workers") { Description = "How many networks to check at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
var noShrink = new Option<bool>("--no-shrink") { Description = "Prints networks that fail as they are, without looking for the smallest." };
foreach (var option in new[] { count, workers })
{
    option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number < 1)
        {
            result.AddError($"{option.Name} takes a number from 1.");
        }
    });
}

var command = new RootCommand("Checks random networks: each gives a diagnostic, or code that agrees with the reference.") { count, seed, workers, noShrink };
command.SetAction(options => !Supervisor.IsSupervised
    ? Supervisor.Run(args)
    : new RandomRun(Console.Out, !options.GetValue(noShrink)).Run(options.GetValue(count), options.GetValue(seed), options.GetValue(workers)) == 0 ? 0 : 1);
var parsed = command.Parse(args);
if (parsed.Action is ParseErrorAction && parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(parsed.Errors[0].Message);
    return 1;
}

return parsed.Invoke();
