package dev.gradus.reading;

import dev.gradus.term.Reason;

/** Why a statement could not be read, or was read and could not be decided on account of what its letters mean. */
sealed interface ReadingReason extends Reason {
  /** True when nothing of the statement's meaning was reached: the relation is {@code unread}. */
  boolean unread();

  /** The grammar stopped. */
  record Syntax(String expected) implements ReadingReason {
    @Override
    public String code() {
      return "syntax.unreadable";
    }

    @Override
    public String sentence() {
      return "reading stopped: expected " + expected;
    }

    @Override
    public boolean unread() {
      return true;
    }
  }

  /** A construct without a rule. */
  record NotBuilt(String what) implements ReadingReason {
    @Override
    public String code() {
      return "reading.not-built";
    }

    @Override
    public String sentence() {
      return what + " is not read yet";
    }

    @Override
    public boolean unread() {
      return false;
    }
  }

  /** A name that nobody defines, where a definition is needed. */
  record Undefined(String name) implements ReadingReason {
    @Override
    public String code() {
      return "symbol.undefined";
    }

    @Override
    public String sentence() {
      return "what is " + name + "?";
    }

    @Override
    public boolean unread() {
      return false;
    }
  }

  /** Shapes that do not fit. */
  record Shape(String why) implements ReadingReason {
    @Override
    public String code() {
      return "shape.conflict";
    }

    @Override
    public String sentence() {
      return "the shapes do not fit: " + why;
    }

    @Override
    public boolean unread() {
      return false;
    }
  }

  /** Two sizes with letters of their own that one product or sum needs equal. */
  record Sizes(String one, String other) implements ReadingReason {
    @Override
    public String code() {
      return "shape.conflict";
    }

    @Override
    public String sentence() {
      return "the shapes do not fit: sizes " + one + " and " + other;
    }

    @Override
    public boolean unread() {
      return false;
    }
  }

  /** A derivative by a quantity that the expression does not mention (SOUNDNESS 21). */
  record NotReached(String quantity) implements ReadingReason {
    @Override
    public String code() {
      return "derivative.not-reached";
    }

    @Override
    public String sentence() {
      return "the expression does not mention " + quantity + ", so it is not known how it depends on it";
    }

    @Override
    public boolean unread() {
      return false;
    }
  }

  /** The text leaves something open that could make a failing claim true. */
  record Open(String what, String code) implements ReadingReason {
    @Override
    public String sentence() {
      return what;
    }

    @Override
    public boolean unread() {
      return false;
    }
  }
}
