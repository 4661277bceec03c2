package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diestra.platform.data.Modules.Module;
import org.junit.jupiter.api.Test;

class ModulesTests {
  @Test
  void aModuleComesAfterAllThatItMayUse() {
    var sorted =
        Modules.sort(
            declared(
                new Module("accounts", "", List.of("data")),
                new Module("contracts", "", List.of("jobs", "accounts")),
                new Module("data", "", List.of()),
                new Module("jobs", "", List.of("accounts", "unknown"))));
    assertThat(sorted)
        .extracting(Module::id)
        .containsExactly("data", "accounts", "jobs", "contracts");
  }

  @Test
  void aCircleIsNamed() {
    var circle =
        declared(new Module("a", "", List.of("b")), new Module("b", "", List.of("c", "a")));
    assertThatThrownBy(() -> Modules.sort(circle)).hasMessageContaining("[a, b]");
  }

  @Test
  void theHouseAsItStandsIsInOrder() throws Exception {
    var before = new HashSet<String>();
    var all = Modules.inOrder();
    var ids = all.stream().map(Module::id).toList();
    assertThat(ids).contains("data", "timers", "accounts").doesNotHaveDuplicates();
    for (var module : all) {
      assertThat(before).containsAll(module.arrows().stream().filter(ids::contains).toList());
      before.add(module.id());
    }
  }

  private static Map<String, Module> declared(Module... modules) {
    var map = new TreeMap<String, Module>();
    for (var module : modules) {
      map.put(module.id(), module);
    }
    return map;
  }
}
