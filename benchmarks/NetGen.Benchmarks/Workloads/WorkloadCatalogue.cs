using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Benchmarks.Workloads;

/// <summary>The workloads, named as in <c>benchmarks/peers/models.py</c>.</summary>
internal static class WorkloadCatalogue
{
    /// <summary>A batch again and again converges and its gradients vanish, so several take turns.</summary>
    private const int Batches = 8;

    /// <summary>All of them, inferences first.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        Inference("infer_b1_dense_4_16_3_tanh", 1, 4, 3, () => new Networks.Tiny(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Inference("infer_b1_dense_784_128_10", 1, 784, 10, () => new Networks.Small(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Inference("infer_b64_dense_784_512_512_10", 64, 784, 10, () => new Networks.Large(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Inference("infer_b1_lenet5", 1, 784, 10, () => new Networks.LeNet5(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Inference("infer_b64_lenet5", 64, 784, 10, () => new Networks.LeNet5(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Inference("infer_b64_cifar_cnn", 64, 3072, 10, () => new Networks.CifarCnn(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Training("train_b32_dense_4_16_3_tanh", 32, 4, 3, () => new Networks.Tiny(1)),
        Training("train_b64_dense_784_128_10", 64, 784, 10, () => new Networks.Small(1)),
        Training("train_b64_dense_784_512_512_10", 64, 784, 10, () => new Networks.Large(1)),
        Training("train_b64_lenet5", 64, 784, 10, () => new Networks.LeNet5(1)),
        Training("train_b64_cifar_cnn", 64, 3072, 10, () => new Networks.CifarCnn(1)),
    ];

    /// <summary>Those in which convolutions are computed in Winograd's form, without it: under the same names, for they are beside the same peers.</summary>
    public static IReadOnlyList<Workload> Direct { get; } =
    [
        Inference("infer_b64_cifar_cnn", 64, 3072, 10, () => new Networks.CifarCnnDirect(1), (network, x, y, calls) => { for (; calls > 0; calls--) { network.Predict(x, y); } }),
        Training("train_b64_cifar_cnn", 64, 3072, 10, () => new Networks.CifarCnnDirect(1)),
    ];

    /// <summary>Predictions into memory of the caller; several threads share the samples of a batch.</summary>
    private static Workload Inference<T>(string name, int samples, int inputs, int outputs, Func<T> create, Action<T, float[], float[], int> predict)
        where T : INetwork =>
        new(name, threads =>
        {
            var (network, x, y) = (create(), Columns.Normal(samples * inputs), new float[samples * outputs]);
            if (threads == 1 || samples == 1)
            {
                return calls => predict(network, x, y, calls);
            }

            var (batch, results) = (new Batch(network.Description.Inputs, samples), new Batch(network.Description.Outputs, samples));
            batch.Resize(samples);
            x.CopyTo(batch[0].AsSpan<float>());
            return Repeated(() => network.Predict(batch, results, threads));
        });

    /// <summary>Steps: loss, gradient and Adam's update over a batch of the trainer's own kind.</summary>
    private static Workload Training(string name, int samples, int inputs, int classes, Func<ITrainableNetwork> create) =>
        new(name, threads =>
        {
            var network = create();
            var batches = Enumerable.Range(0, Batches).Select(_ => Batch(network, samples, inputs, classes)).ToArray();
            var (workspace, gradients, optimizer) = (network.CreateWorkspace(samples), new ParameterBuffer(network.Parameters.Segments, ElementType.Float32), new Adam(1e-3));
            workspace.Workers = threads;
            var next = 0;
            return Repeated(() =>
            {
                network.LossAndGradient(batches[next++ % Batches], workspace, gradients);
                optimizer.Step(network.Parameters, gradients, threads);
            });
        });

    private static Action<int> Repeated(Action call) => calls =>
    {
        for (; calls > 0; calls--)
        {
            call();
        }
    };

    private static Batch Batch(ITrainableNetwork network, int samples, int inputs, int classes)
    {
        var batch = new Batch(network.Description.BatchColumns, samples);
        batch.Resize(samples);
        Columns.Normal(samples * inputs).CopyTo(batch[0].AsSpan<float>());
        Columns.Classes(samples, classes).CopyTo(batch[1].AsSpan<int>());
        return batch;
    }
}
