"""Derives the coefficients of NetGen.Numerics.VectorMath and prints them with the error of each approximation.

Polynomials interpolate at the Chebyshev points of their interval, which is within a factor of about two of the best
possible. The two rational functions come from least squares on the linearised problem whose weights grow where the
error is largest (C. L. Lawson, 1961), which converges to the best possible. All of it in 60 digits.

Needs mpmath: python3 derive.py
"""
import struct

from mpmath import cos, erf, erfc, exp, expm1, fabs, log, lu_solve, matrix, mp, mpf, nstr, pi, sin, sqrt, tanh

mp.dps = 60


def chebyshev_points(low, high, count):
    low, high = mpf(low), mpf(high)
    return [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]


def horner(coefficients, x):
    value = mpf(0)
    for coefficient in reversed(coefficients):
        value = value * x + coefficient
    return value


def interpolate(function, low, high, degree):
    points = chebyshev_points(low, high, degree + 1)
    system = matrix(degree + 1, degree + 1)
    values = matrix(degree + 1, 1)
    for i, x in enumerate(points):
        values[i] = function(x)
        for j in range(degree + 1):
            system[i, j] = x ** j
    solution = lu_solve(system, values)
    return [solution[i] for i in range(degree + 1)]


def polynomial(name, function, low, high, degrees, error):
    """error(x, p) is the relative error of the final function where the polynomial has the value p at x."""
    for kind, degree in zip(("float", "double"), degrees):
        if degree is None:
            continue
        coefficients = interpolate(function, low, high, degree)
        worst = max(fabs(error(x, horner(coefficients, x))) for x in chebyshev_points(low, high, 400))
        show(name, kind, coefficients, worst)


def rational(name, function, top, above, below):
    """x·P(x²)/Q(x²), of the degrees above and below, for an odd function on (0, top]."""
    points = chebyshev_points(0, top, 200)
    values = [function(x) for x in points]
    weights = [mpf(1) / len(points)] * len(points)
    denominators = [mpf(1)] * len(points)
    best = None
    size = above + 1 + below
    for step in range(60):
        normal, right = matrix(size, size), matrix(size, 1)
        for x, value, denominator, weight in zip(points, values, denominators, weights):
            z = x * x
            row = [x * z ** i / (value * denominator) for i in range(above + 1)]
            row += [-z ** j / denominator for j in range(1, below + 1)]
            for i in range(size):
                right[i] += weight * row[i] / denominator
                for j in range(size):
                    normal[i, j] += weight * row[i] * row[j]
        solution = lu_solve(normal, right)
        p = [solution[i] for i in range(above + 1)]
        q = [mpf(1)] + [solution[above + j] for j in range(1, below + 1)]
        denominators = [horner(q, x * x) for x in points]
        errors = [fabs(x * horner(p, x * x) / d / v - 1) for x, d, v in zip(points, denominators, values)]
        if best is None or max(errors) < best[0]:
            best = (max(errors), p, q)
        if step > 2:
            weights = [w * e for w, e in zip(weights, errors)]
            total = sum(weights)
            weights = [w / total for w in weights]
    show(name + " P", "float", best[1], best[0])
    show(name + " Q", "float", best[2], best[0])


def show(name, kind, coefficients, error):
    print(f"{name} ({kind}), relative error {nstr(error, 3)}, lowest degree first:")
    for coefficient in coefficients:
        print("   ", shortest_float(coefficient) if kind == "float" else repr(float(coefficient)))


def shortest_float(value):
    def rounded(number):
        return struct.unpack("f", struct.pack("f", number))[0]

    single = rounded(float(value))
    for digits in range(6, 10):
        text = f"{single:.{digits}g}"
        if rounded(float(text)) == single:
            return text + "f"
    return repr(single) + "f"


half_ln2 = log(2) / 2 * (1 + mpf(2) ** -10)
polynomial("exp: (e^r - 1 - r)/r^2 in r", lambda r: (exp(r) - 1 - r) / r ** 2 if fabs(r) > mpf(2) ** -60 else mpf(1) / 2,
           -half_ln2, half_ln2, (4, 10),
           lambda r, p: (r + r * r * p) / expm1(r) - 1)

polynomial("log: (atanh(s)*2/s - 2)/z in z = s^2", lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) / sqrt(z) - 2) / z,
           mpf(2) ** -60, (3 - 2 * sqrt(mpf(2))) ** 2 * (1 + mpf(2) ** -10), (3, 6),
           lambda z, p: (2 + z * p) * sqrt(z) / log((1 + sqrt(z)) / (1 - sqrt(z))) - 1)

polynomial("log1p on [0, 1]: the same on z <= 1/9", lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) / sqrt(z) - 2) / z,
           mpf(2) ** -60, mpf(1) / 9, (4, 9),
           lambda z, p: (2 + z * p) * sqrt(z) / log((1 + sqrt(z)) / (1 - sqrt(z))) - 1)

quarter = (pi / 4) ** 2 * (1 + mpf(2) ** -10)
polynomial("sin: (sin(r)/r - 1)/z in z = r^2", lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, mpf(2) ** -60, quarter, (3, 6),
           lambda z, p: (1 + z * p) * sqrt(z) / sin(sqrt(z)) - 1)
polynomial("cos: (cos(r) - 1 + z/2)/z^2 in z = r^2", lambda z: (cos(sqrt(z)) - 1 + z / 2) / z ** 2, mpf(2) ** -40, quarter, (2, 5),
           lambda z, p: (1 - z / 2 + z * z * p) / cos(sqrt(z)) - 1)

polynomial("erf on [0, 1]: (erf(x)/x) in z = x^2", lambda z: erf(sqrt(z)) / sqrt(z), mpf(2) ** -60, 1, (None, 11),
           lambda z, p: p * sqrt(z) / erf(sqrt(z)) - 1)


def scaled_complement(t):
    x = 2 * (1 + t) / (1 - t)
    return erfc(x) * exp(x * x)


low, high = (mpf(1) - 2) / (1 + 2), (mpf(6) - 2) / (6 + 2)
polynomial("erf on [1, 6]: erfc(x) e^(x^2) in t = (x - 2)/(x + 2)", scaled_complement, low, high, (None, 14),
           lambda t, p: (p / scaled_complement(t) - 1) * erfc(2 * (1 + t) / (1 - t)))

rational("tanh", tanh, mpf("9.1"), 4, 4)
rational("erf", erf, 4, 5, 5)

ln2_high = mpf(int(log(2) * 2 ** 32)) / 2 ** 32
print("ln 2, double: the first 32 bits", repr(float(ln2_high)), "and the rest", repr(float(log(2) - ln2_high)))
ln2_high = mpf(int(log(2) * 2 ** 15)) / 2 ** 15
print("ln 2, float: the first 15 bits", repr(float(ln2_high)), "and the rest", shortest_float(log(2) - ln2_high))
rest = pi / 2
for part in range(2):
    piece = mpf(int(rest * 2 ** (32 + 33 * part))) / 2 ** (32 + 33 * part)
    print("pi/2, double, part", part + 1, repr(float(piece)))
    rest -= piece
print("pi/2, double, the rest", repr(float(rest)))
