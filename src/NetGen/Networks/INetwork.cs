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
    Workspace CreateWorkspace(int capacity = 1);

    /// <summary>Predicts a batch. Any number of threads may predict at once.</summary>
    /// <param name="inputs">Columns that begin with those of <see cref="NetworkDescription.Inputs"/>.</param>
    /// <param name="outputs">The columns of <see cref="NetworkDescription.Outputs"/>; resized to the batch.</param>
    void Predict(Batch inputs, Batch outputs);
}

/// <summary>A network through which gradients pass.</summary>
public interface IDifferentiableNetwork : INetwork
{
    /// <summary>The training form of the forward pass: dropout and noise are on, and the workspace keeps what the backward pass needs.</summary>
    /// <param name="inputs">Columns that begin with those of <see cref="NetworkDescription.Inputs"/>.</param>
    /// <param name="outputs">The columns of <see cref="NetworkDescription.Outputs"/>; resized to the batch.</param>
    /// <param name="workspace">The memory, from <see cref="INetwork.CreateWorkspace"/>.</param>
    void Forward(Batch inputs, Batch outputs, Workspace workspace);

    /// <summary>The vector-Jacobian product of the last <see cref="Forward"/> in the same workspace.</summary>
    /// <param name="outputGradients">For each output ∂L/∂output, in the columns of <see cref="NetworkDescription.Outputs"/>.</param>
    /// <param name="workspace">The workspace of the forward pass.</param>
    /// <param name="gradients">Is overwritten with ∂L/∂parameters.</param>
    /// <param name="inputGradients">Where given, the columns of <see cref="NetworkDescription.Inputs"/>: ∂L/∂input.</param>
    void Backward(Batch outputGradients, Workspace workspace, ParameterBuffer gradients, Batch? inputGradients = null);
}

/// <summary>A network with a loss.</summary>
public interface ITrainableNetwork : IDifferentiableNetwork
{
    /// <summary>The loss over a batch in training form, and its gradient, regularisation included.</summary>
    /// <param name="batch">The columns of <see cref="NetworkDescription.BatchColumns"/>.</param>
    /// <param name="workspace">The memory, from <see cref="INetwork.CreateWorkspace"/>.</param>
    /// <param name="gradients">Is overwritten with ∂loss/∂parameters.</param>
    LossValue LossAndGradient(Batch batch, Workspace workspace, ParameterBuffer gradients);

    /// <summary>The loss over a batch in prediction form.</summary>
    /// <param name="batch">The columns of <see cref="NetworkDescription.BatchColumns"/>.</param>
    /// <param name="workspace">The memory, from <see cref="INetwork.CreateWorkspace"/>.</param>
    /// <param name="predictions">The columns of <see cref="NetworkDescription.Predictions"/>; resized and filled with what each loss consumed.</param>
    LossValue Loss(Batch batch, Workspace workspace, Batch predictions);
}
