package org.diestra.bench;

import java.util.Random;
import org.diestra.money.ledger.Examination;
import org.diestra.money.payments.MoneyLife;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Very many random steps of clients, assistants, the bank and time, with a crash in some of them;
 * no cent may be made or lost, and a cent from nowhere must be found.
 */
final class LifeBench {
  private static final int STEPS = OwnHouse.setting("BENCH_STEPS", 100_000);
  private static final int OF_A_LIFE = 60;
  private static final int CRASHES = OwnHouse.setting("BENCH_CRASHES", 100); // per mille
  private static final long SEED = OwnHouse.setting("BENCH_SEED", 20_261_129);
  private final Report report = new Report("life");

  private LifeBench() {}

  public static void main(String[] args) throws Exception {
    var folder = OwnHouse.folder("life");
    try (var context = OwnHouse.in(folder)) {
      new LifeBench().run(context);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run(ConfigurableApplicationContext context) throws Exception {
    var life = context.getBean(MoneyLife.class);
    var seeds = new Random(SEED);
    int crashed = 0;
    int broken = 0;
    for (int step = 0; step < STEPS; step += OF_A_LIFE) {
      long seed = seeds.nextLong();
      try {
        crashed += life.live(seed, OF_A_LIFE, CRASHES);
      } catch (AssertionError wrong) {
        broken++;
        report.fact("broken by seed " + seed, String.valueOf(wrong.getMessage()).strip());
      }
    }
    boolean found = false;
    try {
      life.liveWithAThief(SEED, OF_A_LIFE);
    } catch (AssertionError asItMust) {
      found = true;
    }
    report.fact("seed", SEED);
    report.fact("steps", STEPS);
    report.fact("crashes", crashed);
    report.fact("faults found in the books", context.getBean(Examination.class).examine().size());
    report.limit("lives that did not add up", broken, 0);
    report.atLeast("thieves found of one", found ? 1 : 0, 1);
    report.end();
  }
}
