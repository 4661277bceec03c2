package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.diestra.money.transfers.StatementStore.Draft;
import org.diestra.money.transfers.StatementStore.Taken;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.BankStatement;
import org.diestra.platform.banking.CamtReader;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.banking.CsvReader;
import org.diestra.platform.banking.CsvTable;
import org.diestra.platform.banking.Unreadable;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files as operators bring them: what they are, and what has to be said before they are read. */
@Component
class StatementFiles {
  private static final int LARGEST_CSV = 2_000_000; // bytes
  private final Statements statements;
  private final StatementStore store;
  private final Collecting collecting;
  private final HouseRights house;
  private final Clock clock;

  StatementFiles(
      Statements statements,
      StatementStore store,
      Collecting collecting,
      HouseRights house,
      Clock clock) {
    this.statements = statements;
    this.store = store;
    this.collecting = collecting;
    this.house = house;
    this.clock = clock;
  }

  /** What became of a file. */
  sealed interface Brought {
    record Read(Taken taken) implements Brought {}

    /** Its columns have to be named first. */
    record Unnamed(UUID draft) implements Brought {}
  }

  /**
   * Takes in what a bank gave.
   *
   * @param size bytes
   */
  Outcome<Brought> bring(
      Viewer operator, CollectingAccount account, String name, long size, InputStreamSource file)
      throws IOException {
    if (size > BankStatement.LARGEST) {
      return refused(Refusal.invalid("file", "transfers.file.large"));
    }
    if (!xml(file)) {
      return csv(operator, account, name, size, file);
    }
    try (var in = new DigestInputStream(file.getInputStream(), sha256())) {
      var read = CamtReader.read(account.own(), in);
      in.transferTo(OutputStream.nullOutputStream()); // what is behind its end counts too
      var hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
      return read.fold(
          statement -> taken(statements.take(operator, account.id(), name, hash, statement)),
          Outcome::refused);
    }
  }

  private Outcome<Brought> csv(
      Viewer operator, CollectingAccount account, String name, long size, InputStreamSource file)
      throws IOException {
    if (size > LARGEST_CSV) {
      return refused(Refusal.invalid("file", "transfers.file.large"));
    }
    byte[] bytes;
    try (var in = file.getInputStream()) {
      bytes = in.readAllBytes();
    }
    try {
      var table = CsvTable.read(bytes);
      var columns = account.columns();
      return columns != null && columns.fits(table)
          ? read(operator, account, name, bytes, table, columns)
          : done(new Brought.Unnamed(keep(operator, account, name, bytes)));
    } catch (Unreadable unreadable) {
      return refused(unreadable.why());
    }
  }

  private Outcome<Brought> read(
      Viewer operator,
      CollectingAccount account,
      String name,
      byte[] bytes,
      CsvTable table,
      CsvColumns columns) {
    return CsvReader.read(account.own(), table, columns)
        .fold(
            statement ->
                taken(statements.take(operator, account.id(), name, Hash.of(bytes), statement)),
            Outcome::refused);
  }

  private UUID keep(Viewer operator, CollectingAccount account, String name, byte[] bytes) {
    var draft =
        new Draft(
            Ids.fresh(),
            account.id(),
            name.length() > 200 ? name.substring(0, 200) : name,
            bytes,
            operator.id());
    house.call(() -> {
      store.keep(draft, clock.instant());
      return draft;
    });
    return draft.id();
  }

  /**
   * @throws NotFound if there is none, or it is read already
   */
  @Transactional(readOnly = true)
  public Draft draft(UUID id) {
    return house.call(() -> store.draft(id)).orElseThrow(NotFound::new);
  }

  CsvTable table(Draft draft) {
    try {
      return CsvTable.read(draft.content());
    } catch (Unreadable unreadable) { // it was read before it was kept
      throw new IllegalStateException(unreadable);
    }
  }

  /** Reads it by these columns, and keeps them for the next of that bank. */
  @Transactional
  public Outcome<Taken> read(
      Viewer operator, Draft draft, CollectingAccount account, CsvColumns columns) {
    return switch (CsvReader.read(account.own(), table(draft), columns)) {
      case Outcome.Refused<BankStatement>(var why) -> refused(why);
      case Outcome.Done<BankStatement>(var statement) -> {
        var hash = Hash.of(draft.content());
        var taken = statements.take(operator, account.id(), draft.name(), hash, statement);
        if (taken instanceof Outcome.Done<Taken>) {
          collecting.name(operator, account, columns);
          drop(draft);
        }
        yield taken;
      }
    };
  }

  @Transactional
  public void drop(Draft draft) {
    house.call(() -> {
      store.drop(draft.id());
      return draft;
    });
  }

  private static Outcome<Brought> taken(Outcome<Taken> outcome) {
    return outcome.fold(taken -> done(new Brought.Read(taken)), Outcome::refused);
  }

  /** Whether its first sign is that of XML, whatever stands before it. */
  private static boolean xml(InputStreamSource file) throws IOException {
    try (var in = new BufferedInputStream(file.getInputStream())) {
      return first(in) == '<';
    }
  }

  private static int first(InputStream in) throws IOException {
    for (int i = 0; i < 100; i++) {
      int one = in.read();
      if (one < 0 || !Character.isWhitespace(one) && one < 0x80 && one != 0) {
        return one;
      }
    }
    return -1;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
