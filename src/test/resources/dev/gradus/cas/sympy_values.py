"""Reads expressions, one a line, and prints the value of each to 30 digits as SymPy works it out, or "none" where it is not a real number."""
import sys
from sympy import E, I, N, Rational as Q, cos, exp, log, pi, sin, sqrt, sympify, zoo, nan, oo

DIGITS = 30


def real(u):
    v = N(u, DIGITS)
    if not v.is_number or not v.is_real or v in (oo, -oo, zoo, nan):
        raise ValueError(u)
    return v


def guard(u, holds, body):
    """body() where the sign of u is one that holds names; a value next to 0 has no known sign"""
    v = real(u)
    if v == 0 or sympify(u) == 0:
        sign = 0
    elif abs(v) < Q(1, 10**20):
        raise ValueError(u)
    else:
        sign = 1 if v > 0 else -1
    return body() if sign in holds else Q(0)


def power(base, exponent):
    if exponent < 0 and abs(real(base)) < Q(1, 10**25):
        raise ValueError(base)
    return base**exponent


def positive(u):
    if real(u) <= 0:
        raise ValueError(u)
    return u


def root(u):
    if real(u) < 0:
        raise ValueError(u)
    return u


for line in sys.stdin:
    try:
        print(real(eval(line)))
    except (ValueError, TypeError, ZeroDivisionError, RecursionError, MemoryError):
        print("none")
