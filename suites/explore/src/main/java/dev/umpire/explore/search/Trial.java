package dev.umpire.explore.search;

import dev.umpire.explore.program.Program;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.judge.Judgement;
import java.util.List;

/**
 * A program that was played once.
 *
 * @param history what happened
 * @param judgement what the model says of it
 */
public record Trial(Program program, List<HistoryLine> history, Judgement judgement) {
    /** Copies the list. */
    public Trial {
        history = List.copyOf(history);
    }

    /** Plays programs; a different server each time is as good as the same. */
    public interface Stage {
        /** Plays a program once. */
        Trial play(Program program);
    }
}
