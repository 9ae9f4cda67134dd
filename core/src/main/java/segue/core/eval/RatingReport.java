package segue.core.eval;

/// How well ratings are predicted on held-out cells, beside two yardsticks that know no tastes.
///
/// @param cells how many were predicted
/// @param mean the same for everybody: the mean of train
/// @param baseline mean and biases of user and item
/// @param model the model
public record RatingReport(int cells, Errors mean, Errors baseline, Errors model) {

    /// @param rmse root mean squared error, in the units of the target
    /// @param mae mean absolute error
    public record Errors(double rmse, double mae) {}
}
