package org.diestra.money.billing;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.money.payments.Plan;
import org.diestra.work.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DepositStore {
  private final JdbcClient jdbc;

  DepositStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of these contracts, which nobody else changes until the transaction ends. */
  Map<ContractId, Deposit> locked(Map<ContractId, Plan> plans) {
    jdbc.sql(
            """
            insert into billing.deposit (contract, held, fee_held, steps)
            select c, 0, 0, 0 from unnest(:contracts) c order by c on conflict do nothing
            """)
        .param("contracts", ids(plans.keySet()))
        .update();
    return read(
        "select * from billing.deposit where contract = any(:contracts) order by contract for update",
        plans);
  }

  /** Those of these contracts; nothing where nothing ever was. */
  Map<ContractId, Deposit> of(Map<ContractId, Plan> plans) {
    var found = read("select * from billing.deposit where contract = any(:contracts)", plans);
    plans.forEach((contract, plan) -> found.putIfAbsent(contract, Deposit.none(plan)));
    return found;
  }

  private Map<ContractId, Deposit> read(String sql, Map<ContractId, Plan> plans) {
    var found = new HashMap<ContractId, Deposit>();
    jdbc.sql(sql)
        .param("contracts", ids(plans.keySet()))
        .query(r -> {
          var plan = Objects.requireNonNull(plans.get(new ContractId(id(r, "contract"))));
          found.put(plan.contract(), deposit(r, plan));
        });
    return found;
  }

  private static Deposit deposit(ResultSet r, Plan plan) throws SQLException {
    return new Deposit(
        plan.contract(),
        plan.money(bigint(r, "held")),
        plan.money(bigint(r, "fee_held")),
        bool(r, "over"),
        integer(r, "steps"));
  }

  /** Each is locked. */
  void write(List<Deposit> deposits) {
    int rows =
        jdbc.sql(
                """
                update billing.deposit d
                set held = n.held, fee_held = n.fee, over = n.over, steps = n.steps
                from unnest(:contracts, :held, :fees, :over, :steps)
                  as n(contract, held, fee, over, steps)
                where d.contract = n.contract
                """)
            .param("contracts", ids(deposits.stream().map(Deposit::contract).toList()))
            .param("held", longs(deposits, d -> d.held().minor()))
            .param("fees", longs(deposits, d -> d.feeHeld().minor()))
            .param("over", deposits.stream().map(Deposit::over).toArray(Boolean[]::new))
            .param("steps", deposits.stream().map(Deposit::steps).toArray(Integer[]::new))
            .update();
    if (rows != deposits.size()) {
      throw new IllegalStateException("deposits: " + rows + " of " + deposits.size());
    }
  }

  private static UUID[] ids(Collection<ContractId> contracts) {
    return contracts.stream().map(ContractId::value).toArray(UUID[]::new);
  }

  private static Long[] longs(List<Deposit> deposits, Function<Deposit, Long> what) {
    return deposits.stream().map(what).toArray(Long[]::new);
  }
}
