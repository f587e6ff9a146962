/// A small pack with everything the dialog engine does: flags, screens, causes, intents.
enum SmallPack {
  static let text = """
    pack: small
    title: Small
    language: en
    start: welcome
    version: 1.0.0
    extends: english
    wordings:
      call_now: Call {emergency_number} now.
      call_if_start: Call {emergency_number}
    regions:
      unknown:
        name: an unknown country
        emergency_number: your local emergency number
        call_now: Call your local emergency number now.
        emergency_department: an emergency department
        doctor: doctor
        urgent_care: Call a doctor now.
      GB:
        name: United Kingdom
        emergency: 999
        emergency_department: A&E
        doctor: GP
        urgent_care: Call 111 (UK advice line) or your GP now.
      ES:
        name: Spain
        emergency: 112
    states:
      welcome: {say: What is going on?, go: checks}
      checks: {screens: [legs, chest], go: explore}
      explore: {interview: causes, at_most: 4, go: conclusion}
      conclusion: {conclude: true}
    screens:
      legs:
        ask: Any of these?
        gravity: 1
        items: [calf_swelling, cold_foot, rest_pain]
      chest:
        ask: In the last week, any of these?
        gravity: 2
        items: [chest_pain, breathless, fainted]
      risks:
        ask: In the last weeks, any of these?
        items: [flight, operation]
    findings:
      calf_swelling:
        topic: swelling
        name: a swollen calf
        back: your {side} calf is swollen
        item: one calf swollen
        patterns: |
          calf (swollen | swelling | puffy)
        ask: Is one calf swollen?
        why: A swollen calf can be a clot.
        how: Compare both calves.
      calf_pain:
        topic: pain
        name: calf pain
        back: your {side} calf hurts
        patterns: |
          calf (sore | pain | hurts | aches)
        ask: Does one calf hurt?
        why: It can be a clot.
      cold_foot:
        topic: temperature
        name: a cold foot
        item: one foot cold or pale
        patterns: |
          foot (cold | pale)
        ask: Is one foot cold?
        why: The blood may not get there.
      rest_pain:
        topic: at_rest
        name: pain at rest
        item: pain at rest that grows
        patterns: |
          "pain at rest"
        ask: Does it hurt more and more at rest?
        why: Growing pain is a warning.
      chest_pain:
        topic: chest
        name: chest pain
        back: your chest hurts
        item: chest pain
        patterns: |
          chest (pain | hurts | tight)
        ask: Does your chest hurt?
        why: It can be the heart.
      breathless:
        topic: breathlessness
        name: short breath at rest
        back: you are short of breath
        item: short of breath at rest
        patterns: |
          "short of breath"
          breathless
        ask: Are you short of breath when you sit still?
        why: It can be a clot in the lung.
      fainted:
        topic: other
        name: a faint on a run
        back: you fainted
        item: fainted on a run
        time: event
        recovers: true
        patterns: |
          (fainted | faint)
        ask: Did you faint on a run?
        why: It can be the heart.
      flight:
        topic: travel_surgery
        name: a long flight
        item: a trip over 3 hours
        time: event
        background: true
        patterns: |
          flight
          (flew | fly)
        ask: Any trip over 3 hours?
        why: Sitting long can cause a clot.
      operation:
        topic: travel_surgery
        name: an operation
        item: an operation
        time: event
        background: true
        patterns: |
          (operation | surgery)
        ask: Any operation?
        why: It can cause a clot.
      leg_day:
        topic: strength_training
        name: leg day
        patterns: |
          "leg day"
          squats
        ask: Any leg weights in the last three days?
        why: Heavy lifting makes legs heavy.
      sore_to_press:
        topic: pain
        name: sore to press
        patterns: |
          "sore to press"
        ask: Are the muscles sore when you press them?
        why: It speaks for leg day.
      short_sleep:
        topic: sleep
        name: short sleep
        patterns: |
          "slept badly"
        ask: Do you sleep under 6 hours?
        why: Short sleep makes legs heavy.
      clinician_ruled_out:
        topic: history
        name: a scan without a clot
        patterns: |
          "scan was clear"
    red_flags:
      clot:
        name: a possible blood clot
        group: circulation
        called: |
          (clot | dvt)
        raise:
          emergency: |
            (calf_swelling or calf_pain) and breathless
          urgent: |
            calf_swelling.side in (left, right)
            calf_pain.side in (left, right) and (flight within 8 weeks or operation within 12 weeks)
        suspected_by: [calf_swelling, calf_pain]
        assessed: clinician_ruled_out
        confirm: [calf_swelling.side, calf_pain.side, risks, breathless]
        first:
          emergency: "{call_now}"
          urgent: Get this leg checked today. {urgent_care}
        reason: A blood clot is possible.
        now: sit down.
        avoid: [massage]
        worse: Short of breath? Call {emergency_number}.
      heart:
        name: a heart problem
        group: heart
        raise:
          emergency: |
            fainted within 7 days
          urgent: |
            chest_pain
        confirm: [breathless]
        first:
          emergency: "{call_now}"
          urgent: Be seen today. {urgent_care}
        reason: It can be the heart.
        now: stop and sit.
        avoid: [run]
        worse: Worse? Call {emergency_number}.
    avoids:
      massage: {say: Do not rub the leg., refuse: No rubbing until a clot is ruled out.}
      run: {say: Do not run.}
    causes:
      lifting:
        name: leg day
        called: |
          (lifting | gym)
        how_common: common
        supports: {leg_day: strong, sore_to_press: moderate}
        level: routine
        evidence: strong
        explain: Lifting tires the muscles.
        do: |
          Rest for 2 days.
        better_by: 5 days
      sleep:
        name: short sleep
        called: |
          sleep
        how_common: common
        supports: {short_sleep: strong}
        level: routine
        evidence: moderate
        explain: Muscles mend at night.
        do: |
          Sleep 8 hours for 3 nights.
        better_by: 7 days
    intents:
      go_back:
        do: undo
        patterns: |
          "go back"
      start_over:
        do: restart
        patterns: |
          "start over"
      why:
        do: why
        patterns: |
          "why do you ask"
      bye:
        do: quit
        patterns: |
          bye
      tell_me:
        do: conclude
        patterns: |
          "tell me"
      massage:
        say: Rubbing may feel good.
        gives_advice: true
        activity: massage
        patterns: |
          "can i massage"
      correct:
        do: correct
        patterns: |
          "scrap that"
      joke:
        say: I do not know any jokes.
        patterns: |
          joke
    """
}
