using System;

namespace NetGen;

/// <summary>
/// What the generator gives every network, in a form that does not name its inputs. The generated class has the same
/// methods over spans besides, which the code of a user calls.
/// </summary>
public interface INetwork
{
    /// <summary>What the network is: layers, shapes, parameters.</summary>
    NetworkDescription Description { get; }

    /// <summary>The parameters.</summary>
    ParameterStore Parameters { get; }

    /// <summary>Creates the memory for training passes.</summary>
    /// <param name="capacity">For how many samples to reserve memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative, or the memory would be over 2 GiB.</exception>
    Workspace CreateWorkspace(int capacity = 1);

    /// <summary>Predicts a batch. Any number of threads may predict at once.</summary>
    /// <param name="inputs">Columns that begin with those of <see cref="NetworkDescription.Inputs"/>.</param>
    /// <param name="outputs">The columns of <see cref="NetworkDescription.Outputs"/>; resized to the batch.</param>
    /// <exception cref="ArgumentException">There is no sample, or a column has samples of another size or is missing.</exception>
    /// <exception cref="InvalidOperationException">A column has numbers of another type, or the weights change meanwhile: a training step of this instance is under way.</exception>
    void Predict(Batch inputs, Batch outputs);

    /// <summary>Predicts a worker's part of a batch; see <see cref="SharedPrediction.Predict"/>.</summary>
    /// <param name="inputs">Columns that begin with those of <see cref="NetworkDescription.Inputs"/>.</param>
    /// <param name="outputs">The columns of <see cref="NetworkDescription.Outputs"/>, of the size of the batch.</param>
    /// <param name="worker">Which part. Where samples depend on each other, the first worker predicts all.</param>
    /// <exception cref="ArgumentException">A column has samples of another size or is missing.</exception>
    /// <exception cref="InvalidOperationException">A column has numbers of another type, or the weights change meanwhile.</exception>
    void PredictPart(Batch inputs, Batch outputs, Worker worker)
    {
        if (worker.Index == 0)
        {
            Predict(inputs, outputs);
        }
    }
}

/// <summary>A network through which gradients pass.</summary>
public interface IDifferentiableNetwork : INetwork
{
    /// <summary>The training form of the forward pass: dropout and noise are on, and the workspace keeps what the backward pass needs.</summary>
    /// <param name="inputs">Columns that begin with those of <see cref="NetworkDescription.Inputs"/>.</param>
    /// <param name="outputs">The columns of <see cref="NetworkDescription.Outputs"/>; resized to the batch.</param>
    /// <param name="workspace">The memory, from <see cref="INetwork.CreateWorkspace"/>.</param>
    /// <exception cref="ArgumentException">There is no sample, a column has samples of another size or is missing, or the workspace is that of another network type.</exception>
    /// <exception cref="InvalidOperationException">A column has numbers of another type.</exception>
    void Forward(Batch inputs, Batch outputs, Workspace workspace);

    /// <summary>The vector-Jacobian product of the last <see cref="Forward"/> in the same workspace.</summary>
    /// <param name="outputGradients">For each output ∂L/∂output, in the columns of <see cref="NetworkDescription.Outputs"/>.</param>
    /// <param name="workspace">The workspace of the forward pass.</param>
    /// <param name="gradients">Is overwritten with ∂L/∂parameters.</param>
    /// <param name="inputGradients">Where given, the columns of <see cref="NetworkDescription.Inputs"/>: ∂L/∂input.</param>
    /// <exception cref="ArgumentException">
    /// The samples are not as many as in the forward pass, a column has samples of another size or is missing, or workspace or
    /// gradients are those of another network type.
    /// </exception>
    /// <exception cref="InvalidOperationException">The workspace holds no forward pass, or a column has numbers of another type.</exception>
    void Backward(Batch outputGradients, Workspace workspace, ParameterBuffer gradients, Batch? inputGradients = null);
}

/// <summary>A network with a loss.</summary>
public interface ITrainableNetwork : IDifferentiableNetwork
{
    /// <summary>The loss over a batch in training form, and its gradient, regularisation included.</summary>
    /// <param name="batch">The columns of <see cref="NetworkDescription.BatchColumns"/>.</param>
    /// <param name="workspace">The memory, from <see cref="INetwork.CreateWorkspace"/>.</param>
    /// <param name="gradients">Is overwritten with ∂loss/∂parameters.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a column has samples of another size or is missing, a class index or a weight lies outside its range,
    /// or workspace or gradients are those of another network type.
    /// </exception>
    /// <exception cref="InvalidOperationException">A column has numbers of another type.</exception>
    LossValue LossAndGradient(Batch batch, Workspace workspace, ParameterBuffer gradients);

    /// <summary>The loss over a batch in prediction form.</summary>
    /// <param name="batch">The columns of <see cref="NetworkDescription.BatchColumns"/>.</param>
    /// <param name="workspace">The memory, from <see cref="INetwork.CreateWorkspace"/>.</param>
    /// <param name="predictions">The columns of <see cref="NetworkDescription.Predictions"/>; resized and filled with what each loss consumed.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a column has samples of another size or is missing, a class index or a weight lies outside its range,
    /// or the workspace is that of another network type.
    /// </exception>
    /// <exception cref="InvalidOperationException">A column has numbers of another type, or the weights change meanwhile: a training step of this instance is under way.</exception>
    LossValue Loss(Batch batch, Workspace workspace, Batch predictions);
}
