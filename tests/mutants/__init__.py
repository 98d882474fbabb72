"""The mutation check: is every rule, shape, precedence and norm needed for some expected outcome?"""
