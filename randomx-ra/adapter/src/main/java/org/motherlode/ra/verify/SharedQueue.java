package org.motherlode.ra.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What several have waiting who get the same time each. What is known of one that has nothing waiting is only how much it has
 * had. Not thread-safe.
 *
 * @param <K> who shares: networks, addresses or connections
 */
final class SharedQueue<K, T> implements TaskQueue<T> {
    private record Member<K, T>(K who, long number, TaskQueue<T> tasks) {
        int size() {
            return tasks.size();
        }
    }

    private final Function<Sender, K> whose;
    private final Supplier<TaskQueue<T>> fresh;
    private final Turns<K> turns;
    private final Map<K, Member<K, T>> members = new HashMap<>();
    private final NavigableSet<Member<K, T>> bySize =
            new TreeSet<>(Comparator.<Member<K, T>>comparingInt(Member::size).thenComparingLong(Member::number));
    private int size;
    private long numbers;

    /** Remembers so many of those who wait for nothing. */
    SharedQueue(Function<Sender, K> whose, Supplier<TaskQueue<T>> fresh, int mostResting) {
        this.whose = whose;
        this.fresh = fresh;
        this.turns = new Turns<>(mostResting);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void add(Sender sender, T task) {
        Member<K, T> member =
                members.computeIfAbsent(whose.apply(sender), who -> new Member<>(who, numbers++, fresh.get()));
        bySize.remove(member);
        member.tasks().add(sender, task);
        bySize.add(member);
        size++;
        turns.waits(member.who());
    }

    @Override
    public T take(long nanos) {
        Member<K, T> member = member(turns.next());
        turns.charge(member.who(), nanos);
        return out(member, tasks -> tasks.take(nanos));
    }

    @Override
    public T takeNewest() {
        return out(bySize.last(), TaskQueue::takeNewest);
    }

    @Override
    public Optional<T> makeRoom(Sender newcomer) {
        if (bySize.isEmpty()) {
            return Optional.empty();
        }
        Optional<Member<K, T>> own = Optional.ofNullable(members.get(whose.apply(newcomer)));
        Member<K, T> largest = bySize.last();
        if (largest.size() > own.map(Member::size).orElse(0) + 1) {
            return Optional.of(out(largest, TaskQueue::takeNewest));
        }
        return own.flatMap(mine -> out(mine, tasks -> tasks.makeRoom(newcomer)));
    }

    @Override
    public void charge(Sender sender, long nanos) {
        K who = whose.apply(sender);
        turns.charge(who, nanos);
        Optional.ofNullable(members.get(who)).ifPresent(member -> member.tasks().charge(sender, nanos));
    }

    /** Takes one task of a member out, or none. */
    private <R> R out(Member<K, T> member, Function<TaskQueue<T>, R> taking) {
        bySize.remove(member);
        int before = member.size();
        R taken = taking.apply(member.tasks());
        size -= before - member.size();
        if (member.size() > 0) {
            bySize.add(member);
        } else {
            members.remove(member.who());
            turns.rests(member.who());
        }
        return taken;
    }

    private Member<K, T> member(K who) {
        return Optional.ofNullable(members.get(who))
                .orElseThrow(() -> new IllegalStateException("nothing of " + who + " waits"));
    }
}
