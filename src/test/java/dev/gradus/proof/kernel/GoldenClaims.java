package dev.gradus.proof.kernel;

import java.util.ArrayList;
import java.util.List;

/** All golden cases and those of our own as claims, for tests of other packages. */
public final class GoldenClaims {
  private GoldenClaims() {}

  public static List<Claim> all() {
    List<Claim> all = new ArrayList<>();
    GoldenTheorems.list().forEach(i -> all.add(i.claim()));
    SeedsGolden.list().forEach(c -> all.add(c.claim()));
    OwnCasesTest.points().values().forEach(cases -> cases.forEach(c -> all.add(c.claim())));
    return all;
  }
}
